import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { insertEvents } from '#lib/records/testing/insert-events.ts';
import { startReading } from './change-reading.ts';
import { getReading } from './reading-row.ts';
import { openReadingBench, type ReadingBench } from './testing/reading-bench.ts';
import { turn } from './testing/to-its-end.ts';

let bench: ReadingBench;
beforeAll(async () => {
  bench = await openReadingBench(inject('postgres'), { leads: 3 });
});
afterAll(() => bench.close());

test('a catch-up that Enerflo failed before it read anything still lets the webhooks that came meanwhile go first', async () => {
  const { db, connectionId, enerflo } = bench;
  const change = { db, audit: recordAudit, actor: systemActor('test') };
  const { id } = await startReading(change, { connectionId, kind: 'catch-up' });
  enerflo.rules.add([{ path: '/api/v1/customers', answer: 500 }]);
  await turn(bench);
  expect((await getReading(db, id)).error).not.toBeNull();

  await insertEvents(db, connectionId, [{ at: 0, body: { webhook_event: 'update_install', id: 1 } }]);
  enerflo.rules.reset();
  enerflo.received.clear();
  await turn(bench);
  expect(enerflo.received.list()).toEqual([]);

  await db.eventState.updateMany({ data: { appliedAt: new Date() } });
  await turn(bench);
  expect(await getReading(db, id)).toMatchObject({ state: 'done', error: null });
});
