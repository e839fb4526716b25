import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { rebuildRecords } from '#lib/records/rebuild-records.ts';
import { insertEvents } from '#lib/records/testing/insert-events.ts';
import { projections } from '#lib/runtime/projections.ts';
import { startReading } from './change-reading.ts';
import { openReadingBench, type ReadingBench } from './testing/reading-bench.ts';

let bench: ReadingBench;
beforeAll(async () => {
  bench = await openReadingBench(inject('postgres'), { leads: 80 });
});
afterAll(() => bench.close());

test('an account is read whole although its worker is killed, and nothing of it counts as a change or is sent', async () => {
  const { db, connectionId, enerflo } = bench;
  const [first] = enerflo.state.installs.values();
  // One install is known by a webhook already, with another status.
  await insertEvents(db, connectionId, [
    { at: 1, body: { webhook_event: 'update_install', id: first?.id ?? 0, status: { id: 1, name: 'Old' } } },
  ]);
  // Answers take a moment each, so that the kill falls into the middle.
  enerflo.rules.add([{ path: '/api/v3/installs/*/milestones', slow: 20, times: 1_000 }]);

  const change = { db, audit: recordAudit, actor: systemActor('test') };
  let worker = await bench.startWorker();
  const { id } = await startReading(change, { connectionId, kind: 'initial' });
  const part = (name: string) => (reading: Awaited<ReturnType<typeof startReading>>) =>
    reading.parts.find((one) => one.part === name);
  await bench.readingWhen(id, (reading) => (part('milestones')(reading)?.read ?? 0) >= 20);
  await bench.kill(worker);
  const half = await bench.readingWhen(id, () => true);
  expect(half.state).toBe('running');
  worker = await bench.startWorker();
  const done = await bench.readingWhen(id, ({ state }) => state === 'done');
  // Read once more nothing is kept twice.
  const kept = await db.observation.count();
  const again = await startReading(change, { connectionId, kind: 'initial' });
  await bench.readingWhen(again.id, ({ state }) => state === 'done');
  await bench.stop(worker);
  expect(await db.observation.count()).toBe(kept);

  const { customers, installs, milestones, notes } = enerflo.state;
  const listed = [...installs.values()].filter((install) => install.deletedAt === null);
  expect(done.parts).toMatchObject([
    { part: 'customers', read: customers.size, done: true },
    { part: 'installs', read: listed.length, done: true },
    { part: 'milestones', read: listed.length, done: true },
    { part: 'notes', read: notes.size, done: true },
  ]);
  const count = (kind: string) => db.record.count({ where: { connectionId, kind: `enerflo.${kind}` } });
  expect(await count('customer')).toBe(customers.size);
  expect(await count('install')).toBe(listed.length);
  expect(await count('milestone')).toBe(milestones.size);
  expect(await count('note')).toBe(notes.size);

  // Of two readings: the killed worker's requests were repeated for no more than one step.
  const asked = enerflo.received.list().filter(({ path }) => path.endsWith('/milestones')).length;
  expect(asked).toBeLessThanOrEqual(2 * listed.length + 20);

  const known = await db.record.findFirst({
    where: { connectionId, kind: 'enerflo.install', externalId: String(first?.id) },
  });
  expect(known?.fields).toMatchObject({ status: enerflo.state.statuses.get(first?.statusId ?? 0)?.name });
  expect(await db.change.count()).toBe(0);
  expect(await db.readingFinding.count()).toBe(0);
  expect(await db.delivery.count()).toBe(0);
  expect(await db.action.count()).toBe(0);
  const origins = await db.observation.groupBy({ by: ['origin'], _count: true });
  expect(origins.map(({ origin }) => origin).sort()).toEqual(['event', 'import']);
  expect(enerflo.received.list().every(({ method }) => method === 'GET')).toBe(true);

  // Rebuilt from their observations the records are the same.
  const rebuilt = await rebuildRecords(db, { projections: projections.records });
  expect(rebuilt.different).toBe(0);
}, 120_000);
