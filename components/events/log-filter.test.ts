import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventQuerySchema } from '#lib/events/event-query.schema.ts';
import { changeTo, filterNames, filterOfText, filterText, readFilter, without } from './log-filter.ts';

const id = '0192d1a4-7a2b-7c3d-8e4f-1a2b3c4d5e6f';

test('a shared address says the same to whoever opens it', () => {
  const filter = readFilter({
    q: '555 0100 & Söhne=x',
    type: 'enerflo.v1.new_customer',
    outcome: 'failed',
    range: '24h',
    connection: id,
  });
  expect(filterOfText(filterText(filter))).toEqual(filter);
});

test('equal filters are equal texts, in whatever order they were set', () => {
  const one = readFilter({ outcome: 'failed', handled: 'no' });
  const other = readFilter({ handled: 'no', outcome: 'failed' });
  expect(filterText(one)).toBe(filterText(other));
});

test('what a filter cannot be is left out, the others stay', () => {
  expect(
    readFilter({ environment: 'moon', connection: 'not-an-id', from: 'yesterday', outcome: 'failed' }),
  ).toEqual({ outcome: 'failed' });
});

test('exact times win over a range that moves', () => {
  const from = '2026-07-01T10:00:00.000Z';
  expect(readFilter({ range: '24h', from })).toEqual({ from });
});

test('any parameters whatever give a filter that can be asked for', () => {
  const values = fc.dictionary(fc.constantFrom(...filterNames), fc.string());
  fc.assert(
    fc.property(values, (given) => {
      const filter = readFilter(given);
      expect(filterOfText(filterText(filter))).toEqual(filter);
    }),
  );
});

test('what is read is what the API takes, and no filter of the API is forgotten', () => {
  expect(filterNames).toEqual(eventQuerySchema.keyof().options.toSorted());
  const value = fc.oneof(
    fc.string(),
    fc.uuid(),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom('yes', '24h', 'sandbox', 'sunnova', '2026-02-30T00:00:00Z', '2026-07-01T10:00:00+02:00'),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...filterNames), value), (given) => {
      expect(eventQuerySchema.safeParse(readFilter(given)).error).toBeUndefined();
    }),
  );
});

test('taking a view over sets its filters and takes all others away', () => {
  const change = changeTo({ outcome: 'failed' });
  expect(change.outcome).toBe('failed');
  expect(change.q).toBeNull();
  expect(Object.keys(change)).toHaveLength(filterNames.length);
});

test('the time range is one part, however it is set', () => {
  expect(without({ range: '1h', outcome: 'failed' }, ['range', 'from', 'to'])).toEqual({ outcome: 'failed' });
});
