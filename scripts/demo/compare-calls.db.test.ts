import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { runAction } from '#lib/actions/run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from '#lib/actions/testing/set-up-enerflo.ts';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import type { Rule } from '../sandbox/enerflo/answering/rule.ts';
import { compareActions } from './compare-actions.ts';
import { compareReadings } from './compare-readings.ts';

let office: EnerfloSetup;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
});
afterAll(() => office.close());
beforeEach(() => {
  office.enerflo.received.clear();
  office.enerflo.rules.reset();
});

/** A note that is added while the stand-in is told so of its notes. */
async function addNote(...rules: Rule[]) {
  const { enerflo, connectionId, as, person } = office;
  const [install] = enerflo.state.installs.keys();
  enerflo.rules.add(rules);
  return runAction(as(person('Jane Smith')), {
    connectionId,
    operation: 'enerflo.note.add',
    input: { install_id: String(install), body: `Called at ${uuidv7()}` },
    idempotencyKey: uuidv7(),
    agreed: [],
  });
}

test.each<[why: string, state: string, rule: Rule]>([
  ['refused', 'failed', { method: 'POST', answer: 422 }],
  ['told it in an answer that looks well', 'failed', { method: 'POST', successFalse: 'Notes are closed.' }],
  ['cut the connection', 'unknown', { method: 'POST', cut: 'after-store' }],
  ['let it hang', 'unknown', { method: 'POST', hang: true }],
])('what is not done or in doubt because the stand-in %s is explained', async (_why, state, rule) => {
  const action = await addNote(rule);
  expect(action.state).toBe(state);
  expect(compareActions(1, [action], office.enerflo.received.list()).wrong).toEqual([]);
  // The same, had the stand-in done its part.
  const well = office.enerflo.received.list().map((one) => ({ ...one, status: 200, ruled: false }));
  expect(compareActions(1, [action], well)).toEqual({
    lines: ['Actions in Enerflo: 1, 1 not done or in doubt.'],
    wrong: [
      expect.stringContaining(
        `The action ${action.id} (Add a note to an install) is ${state}, and Enerflo did nothing`,
      ),
    ],
  });
});

test('another request that was refused, or one of another time, explains nothing', async () => {
  const action = await addNote({ method: 'POST', answer: 500 });
  const [refused] = office.enerflo.received.list().filter(({ method }) => method === 'POST');
  if (!refused) throw new Error('nothing was sent');
  const elsewhere = { ...refused, path: '/api/v3/installs/1/notes' };
  const earlier = { ...refused, receivedAt: new Date(Date.parse(refused.receivedAt) - 60_000).toISOString() };
  expect(compareActions(1, [action], [elsewhere, earlier]).wrong).toHaveLength(1);
  expect(compareActions(1, [action], [elsewhere, earlier, refused]).wrong).toEqual([]);
});

test('readings that failed or skipped something need a request that was refused while they ran', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 7, 15, 9, minute)).toISOString();
  const reading = (id: string, given: Partial<ReadingItem>) => ({
    id,
    kind: 'catch-up' as const,
    state: 'done' as const,
    error: null,
    startedAt: at(1),
    endedAt: at(5),
    skipped: { count: 0, items: [] },
    ...given,
  });
  const readings = [
    reading('r1', {}),
    reading('r2', { state: 'failed', error: 'Enerflo answered nothing.' }),
    reading('r3', { skipped: { count: 2, items: [] } }),
  ];
  const call = { method: 'GET', path: '/api/v3/installs', headers: {}, body: '', ruled: false };
  const calm = [{ ...call, receivedAt: at(3), status: 200 }];
  expect(compareReadings(readings, calm)).toEqual({
    lines: ['Readings of Enerflo: 3, failed: 1.'],
    wrong: [
      'The catch-up reading r2 failed, and Enerflo did nothing wrong: Enerflo answered nothing.',
      'The catch-up reading r3 skipped 2 things, and Enerflo did nothing wrong: no reason',
    ],
  });
  const later = [{ ...call, receivedAt: at(9), status: 503 }];
  expect(compareReadings(readings, later).wrong).toHaveLength(2);
  expect(compareReadings(readings, [{ ...call, receivedAt: at(3), status: null }]).wrong).toEqual([]);
});
