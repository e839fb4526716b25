import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import type { JsonObject } from '#lib/json.ts';
import { rebuildRecords } from '#lib/records/rebuild-records.ts';
import { sameValue } from '#lib/records/same-value.ts';
import { insertEvents } from '#lib/records/testing/insert-events.ts';
import { projections } from '#lib/runtime/projections.ts';
import { writeSetting } from '#lib/settings/settings.ts';
import { oweCatchUps } from './catch-up-part.ts';
import { startReading } from './change-reading.ts';
import { listFindings } from './list-findings.ts';
import { openReadingBench, type ReadingBench } from './testing/reading-bench.ts';
import { sixHours, weeksBefore } from './testing/six-hours.ts';
import { waitingReadings } from './waiting-readings.ts';
import { wantInstall } from './want-install.ts';

let bench: ReadingBench;
beforeAll(async () => {
  bench = await openReadingBench(inject('postgres'), { leads: 50 });
});
afterAll(() => bench.close());

const change = () => ({ db: bench.db, audit: recordAudit, actor: systemActor('test') });

/** What is known of the account's customers, installs, milestones and notes, by kind and id. */
async function known(): Promise<Map<string, JsonObject>> {
  const records = await bench.pool.query<{ name: string; fields: JsonObject }>(
    `SELECT kind || ':' || external_id AS name, fields FROM record
     WHERE kind IN ('enerflo.customer', 'enerflo.install', 'enerflo.milestone', 'enerflo.note')`,
  );
  return new Map(records.rows.map(({ name, fields }) => [name, fields]));
}

/** Events of 2.0 told of the first customer by his uuid, before anything was read. */
async function tellByUuid(): Promise<string> {
  const [known] = bench.enerflo.state.customers.values();
  if (!known) throw new Error('too little was seeded');
  const { uuid, firstName, lastName, email, phone } = known;
  const customer = { id: uuid, firstName, lastName, email, phone };
  const body = { event: 'customer.created', payload: { targetOrg: uuid, initiatedBy: uuid, customer } };
  await insertEvents(bench.db, bench.connectionId, [{ at: 0, body }]);
  return `enerflo.customer:${uuid}`;
}

/** Installs that did not change since then and who lives there: of these only lists told. */
function unchangedSince(since: Date): Set<string> {
  const { installs, customers } = bench.enerflo.state;
  const same = (one: { updatedAt: Date } | undefined) => one !== undefined && one.updatedAt < since;
  return new Set(
    [...installs.values()].filter(same).flatMap(({ id, customerId }) => {
      const customer = same(customers.get(customerId)) ? [`enerflo.customer:${customerId}`] : [];
      return [`enerflo.install:${id}`, ...customer];
    }),
  );
}

test('after six hours in which nothing ran the records are as Enerflo has them, and what was missed is listed', async () => {
  const { db, connectionId, enerflo } = bench;
  const older = weeksBefore(bench);
  const byUuid = await tellByUuid();
  let worker = await bench.startWorker();
  const initial = await startReading(change(), { connectionId, kind: 'initial' });
  await bench.readingWhen(initial.id, ({ state }) => state === 'done');
  await bench.stop(worker);

  const off = new Date(bench.clock.now());
  const day = sixHours(bench, older);
  // One change had come by a webhook before nothing ran any more, and waits to be applied.
  const stamp = day.completed.updatedAt.toISOString().slice(0, 19).replace('T', ' ');
  const status = { id: day.completed.statusId, name: 'Completed' };
  const timestamps = { updated_at: stamp, timezone: 'UTC' };
  await insertEvents(db, connectionId, [
    { at: 1, body: { webhook_event: 'update_install', id: day.told.id, status, timestamps } },
  ]);
  const before = await known();
  before.set(`enerflo.install:${day.told.id}`, {
    ...before.get(`enerflo.install:${day.told.id}`),
    status: 'Completed',
    statusId: day.completed.statusId,
  });

  // The first look after the gap has the account caught up since the last one.
  await writeSetting(db, 'readingsWatch', { aliveAt: off.toISOString(), owed: {} });
  await oweCatchUps(db);
  const { id, since } = await db.reading.findFirstOrThrow({ where: { kind: 'catch-up' } });
  expect(since?.getTime()).toBeLessThanOrEqual(off.getTime());

  enerflo.rules.add([{ path: '/api/v3/installs/*/milestones', slow: 50, times: 1_000 }]);
  worker = await bench.startWorker();
  await bench.readingWhen(id, ({ parts }) => (parts.find(({ part }) => part === 'installs')?.read ?? 0) > 0);
  await bench.kill(worker);
  worker = await bench.startWorker();
  const done = await bench.readingWhen(id, ({ state }) => state === 'done');
  // By hand right after it there is nothing more to be found.
  const again = await startReading(change(), { connectionId, kind: 'catch-up', since: off.toISOString() });
  const { findings } = await bench.readingWhen(again.id, ({ state }) => state === 'done');
  await bench.stop(worker);
  expect(findings).toEqual({ neverReachedUs: 0, new: 0, changed: 0 });
  expect(done.by).toBe('Heliograph, after a gap');

  // Every install, customer, milestone and note is as Enerflo tells it, field by field.
  const after = await known();
  const everything = (await bench.everything())
    .map((one) => ({ ...one, name: `${one.kind}:${one.id}` }))
    // Of customers under their uuid those that an event told of.
    .filter(({ name, onlyKnown }) => !onlyKnown || name === byUuid);
  const unread = unchangedSince(off);
  const wrong = everything.flatMap(({ name, fields }) =>
    Object.entries(fields)
      .filter(([key, value]) => !sameValue(after.get(name)?.[key] ?? null, value))
      // A full install is only read of those that changed; the others are as the list told them.
      .filter(([key]) => !unread.has(name) || Object.hasOwn(after.get(name) ?? {}, key))
      .map(([key, value]) => `${name} ${key} ${JSON.stringify(value)}`),
  );
  expect(wrong).toEqual([]);
  expect(new Set(after.keys())).toEqual(new Set(everything.map(({ name }) => name)));

  // The findings are what changed of what was known, and what is new: nothing else.
  const { items } = await listFindings(db, { id, limit: 200 });
  const found = new Map(items.map((item) => [item.id, item]));
  const changed = [...after].flatMap(([name, fields]) => {
    const had = before.get(name);
    if (!had) return [[name, 'new'] as const];
    const keys = Object.keys(had).filter((key) => !sameValue(had[key] ?? null, fields[key] ?? null));
    return keys.length === 0 ? [] : [[name, keys.sort().join(' ')] as const];
  });
  const listed = items.map((item) => {
    const fields =
      item.what === 'changed'
        ? item.fields
            .map(({ field }) => field)
            .sort()
            .join(' ')
        : 'new';
    return [item.id, fields] as const;
  });
  expect(new Map(listed)).toEqual(new Map(changed));
  expect(items).toHaveLength(changed.length);

  const install = (number: number) => found.get(`enerflo.install:${number}`);
  expect(install(day.held.id)?.fields).toContainEqual(
    expect.objectContaining({ field: 'status', after: 'On Hold' }),
  );
  expect(install(day.voided.id)?.fields.map(({ field }) => field)).toContain('deletedAt');
  expect(install(day.ordered.id)?.fields.map(({ field }) => field)).toContain('panelCount');
  expect(install(day.fresh.id)).toMatchObject({ what: 'never-reached-us', about: 'Tove Berg' });
  expect(install(day.told.id)).toBeUndefined();
  expect(found.get(`enerflo.milestone:${day.next?.id}`)?.fields).toMatchObject([
    { field: 'completedOn', before: null, after: '2026-05-04' },
  ]);
  expect(found.get(`enerflo.milestone:${day.quiet?.id}`)?.fields).toMatchObject([
    { field: 'completedOn', before: null, after: '2026-05-05' },
  ]);
  expect(found.get(`enerflo.note:${day.edited.id}`)?.fields).toMatchObject([
    { field: 'text', before: older.edited.text, after: day.edited.text },
  ]);
  expect(found.get(`enerflo.note:${older.deleted.id}`)?.fields.map(({ field }) => field)).toEqual([
    'deletedAt',
  ]);
  expect(found.get(`enerflo.customer:${day.moved.id}`)?.fields.map(({ field }) => field)).toContain('mobile');
  expect(after.get(byUuid)).toMatchObject({ email: 'moved@example.com', phone: '+14805550199' });
  expect(found.get(byUuid)?.fields.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['email', 'phone']),
  );
  expect(done.findings.neverReachedUs).toBe(1);

  // Each change of a field that was caught up says so by its observation; nothing was sent.
  const caughtUp = await bench.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM change c JOIN observation o ON o.id = c.observation_id WHERE o.reading_id = $1`,
    [id],
  );
  const fields = items.filter(({ what }) => what === 'changed').flatMap((item) => item.fields);
  expect(caughtUp.rows).toEqual([{ count: fields.length }]);
  expect(await db.delivery.count()).toBe(0);
  expect(enerflo.received.list().every(({ method }) => method === 'GET')).toBe(true);
  expect((await rebuildRecords(db, { projections: projections.records })).different).toBe(0);

  // The project that never reached us waits for a person until somebody got its full install.
  const waiting = { readingId: id, what: 'never-reached-us', count: 1 };
  expect((await waitingReadings(db)).items).toMatchObject([waiting]);
  const access = { db, pool: bench.pool, box: bench.box };
  const trying = { access, projections: projections.records };
  const installId = String(day.fresh.id);
  await wantInstall({ change: change(), trying, enerfloUrl: enerflo.url }, { connectionId, installId });
  expect(await waitingReadings(db)).toEqual({ count: 0, items: [] });

  // The next look finds nothing to catch up.
  await oweCatchUps(db);
  expect(await db.reading.count({ where: { state: 'waiting' } })).toBe(0);
}, 180_000);
