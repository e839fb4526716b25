import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import type { JsonObject } from '#lib/json.ts';
import { rebuildRecords } from '#lib/records/rebuild-records.ts';
import { sameValue } from '#lib/records/same-value.ts';
import { insertEvents } from '#lib/records/testing/insert-events.ts';
import { projections } from '#lib/runtime/projections.ts';
import { writeSetting } from '#lib/settings/settings.ts';
import type { Note } from '../../scripts/sandbox/enerflo/state/rows.ts';
import { oweCatchUps } from './catch-up-part.ts';
import { startReading } from './change-reading.ts';
import { listFindings } from './list-findings.ts';
import { openReadingBench, type ReadingBench } from './testing/reading-bench.ts';
import { waitingReadings } from './waiting-readings.ts';
import { wantInstall } from './want-install.ts';

let bench: ReadingBench;
beforeAll(async () => {
  bench = await openReadingBench(inject('postgres'), { leads: 50 });
});
afterAll(() => bench.close());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const change = () => ({ db: bench.db, audit: recordAudit, actor: systemActor('test') });

/** What is known of the account's customers, installs, milestones and notes, by kind and id. */
async function known(): Promise<Map<string, JsonObject>> {
  const records = await bench.pool.query<{ name: string; fields: JsonObject }>(
    `SELECT kind || ':' || external_id AS name, fields FROM record
     WHERE kind IN ('enerflo.customer', 'enerflo.install', 'enerflo.milestone', 'enerflo.note')`,
  );
  return new Map(records.rows.map(({ name, fields }) => [name, fields]));
}

/** Six hours at Enerflo of which no webhook comes. Gives the install that one webhook tells of nevertheless. */
function sixHours(older: { edited: Note; deleted: Note }) {
  const { clock } = bench;
  const act = bench.enerflo.state;
  const [held, built, ordered, voided, told] = [...act.installs.values()].filter((one) => !one.deletedAt);
  const [moved] = act.customers.values();
  if (!held || !built || !ordered || !voided || !told || !moved) throw new Error('too little was seeded');
  const person = { street: '4 Cedar Way', city: 'Mesa', state: 'AZ', zip: '85201' };

  clock.advance(HOUR);
  act.setStatus(held.id, 'On Hold');
  act.addLead({ firstName: 'Nora', lastName: 'Lind', ...person });
  clock.advance(HOUR);
  const next = act.milestonesOf(built.id).find((row) => row.completedOn === null);
  if (next) act.setMilestone(next.id, { completedOn: '2026-05-04' });
  act.addNote({ installId: built.id, text: 'Inspection passed.', userId: built.agentUserId ?? 1 });
  // Nobody is told of a note that is written anew or deleted; the stand-in's people do the first by its table alone.
  const edited = { ...older.edited, text: 'The homeowner will call back on Monday.', updatedAt: act.now() };
  act.notes.set(edited.id, edited);
  act.deleteNote(older.deleted.id);
  clock.advance(HOUR);
  const order = act.addChangeOrder({ installId: ordered.id, values: {} });
  act.signChangeOrder(order.id, { panelCount: ordered.system.panelCount + 4 });
  act.updateCustomer(moved.id, { phone: '4805550199' });
  clock.advance(HOUR);
  act.voidInstall(voided.id);
  const lead = act.addLead({ firstName: 'Tove', lastName: 'Berg', ...person, street: '9 Cedar Way' });
  const deal = act.addDeal({ customerId: lead.id });
  act.submitDeal(deal.id);
  const fresh = act.approveDeal(deal.id);
  clock.advance(HOUR);
  const completed = act.setStatus(told.id, 'Completed');
  clock.advance(HOUR / 2);
  return { held, built, ordered, voided, told, completed, moved, fresh, lead, next, edited };
}

/** Two notes of twenty days before nothing ran any more. */
function olderNotes() {
  const { clock, enerflo } = bench;
  const { addNote, installs } = enerflo.state;
  const [install] = installs.values();
  if (!install) throw new Error('too little was seeded');
  clock.advance(-20 * DAY);
  const made = (text: string) => addNote({ installId: install.id, text, userId: install.agentUserId ?? 1 });
  const older = { edited: made('The homeowner will call back.'), deleted: made('Wrong install, sorry.') };
  clock.advance(20 * DAY);
  return older;
}

test('after six hours in which nothing ran the records are as Enerflo has them, and what was missed is listed', async () => {
  const { db, connectionId, enerflo } = bench;
  const older = olderNotes();
  let worker = await bench.startWorker();
  const initial = await startReading(change(), { connectionId, kind: 'initial' });
  await bench.readingWhen(initial.id, ({ state }) => state === 'done');
  await bench.stop(worker);

  const off = new Date(bench.clock.now());
  const day = sixHours(older);
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
  const everything = await bench.everything();
  const wrong = everything.flatMap(({ kind, id: external, fields }) =>
    Object.entries(fields)
      .filter(([key, value]) => !sameValue(after.get(`${kind}:${external}`)?.[key] ?? null, value))
      // A full install is only read of those that changed; the others are as the list told them.
      .filter(([key]) => Object.hasOwn(after.get(`${kind}:${external}`) ?? {}, key))
      .map(([key, value]) => `${kind}:${external} ${key} ${JSON.stringify(value)}`),
  );
  expect(wrong).toEqual([]);
  expect(new Set(after.keys())).toEqual(
    new Set(everything.map(({ kind, id: external }) => `${kind}:${external}`)),
  );

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
  expect(found.get(`enerflo.note:${day.edited.id}`)?.fields).toMatchObject([
    { field: 'text', before: older.edited.text, after: day.edited.text },
  ]);
  expect(found.get(`enerflo.note:${older.deleted.id}`)?.fields.map(({ field }) => field)).toEqual([
    'deletedAt',
  ]);
  expect(found.get(`enerflo.customer:${day.moved.id}`)?.fields.map(({ field }) => field)).toContain('mobile');
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
