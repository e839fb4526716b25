import { expect, test } from 'vitest';
import { hideInReading } from './hide-in-readings.ts';
import type { ReadingItem } from './readings.contract.ts';

test('what Enerflo said of a thing that could not be read is not for those who may not see personal values', () => {
  const why = 'Enerflo refused the request.';
  const skipped = { part: 'customers', id: '12', why, recordId: null } as const;
  const reading: ReadingItem = {
    id: 'r',
    connectionId: 'c',
    kind: 'catch-up',
    state: 'done',
    since: null,
    parts: [],
    pace: null,
    secondsLeft: null,
    error: 'Enerflo failed. Tove Berg is of another company.',
    dueAt: null,
    by: 'Jane Smith',
    createdAt: '2026-05-20T10:00:00Z',
    startedAt: null,
    endedAt: null,
    findings: { neverReachedUs: 0, new: 0, changed: 0 },
    skipped: { count: 1, items: [{ ...skipped, said: 'Tove Berg is of another company.' }] },
  };
  expect(hideInReading(reading).skipped).toEqual({ count: 1, items: [{ ...skipped, said: null }] });
  expect(JSON.stringify(hideInReading(reading))).not.toContain('Tove');
  expect(hideInReading(reading).error).toContain('ask an operator');
  // Nor do they read a cause that it may not have.
  const off = { ...reading, error: 'The account Sunny Homes is switched off.' };
  expect(hideInReading(off).error).toBe(
    'It could not go on. The reason is hidden from viewers: ask an operator.',
  );
  expect(hideInReading({ ...reading, error: null }).error).toBeNull();
});
