import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { recognise } from '#lib/catalog/recognise.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { AppliedEvent, ApplyHooks } from './apply-events.ts';
import { applyShard } from './apply-shard.ts';
import { applyWaiting } from './apply-waiting.ts';
import { changesOfEvent } from './read-record.ts';
import { updateInstall } from './testing/enerflo-bodies.ts';
import { insertConnection, insertEvents } from './testing/insert-events.ts';

let database: TestDatabase;
let connectionId: string;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());
beforeEach(async () => {
  connectionId = await insertConnection(database.db);
});

const install = 4_453_460;
const mainKind = 'enerflo.install';

/** Events of one install, hence of one shard; gives their ids and the shard. */
async function insertInstallEvents(tellings: { second: number; status: string }[]) {
  const events = tellings.map(({ second, status }, at) => ({
    body: updateInstall(install, second, { status }),
    at,
  }));
  const ids = await insertEvents(database.db, connectionId, events);
  const state = await database.db.eventState.findFirstOrThrow({ where: { eventId: ids[0] } });
  return { ids, shard: state.shard };
}

const states = (ids: string[]) =>
  database.db.eventState.findMany({ where: { eventId: { in: ids } }, orderBy: { eventId: 'asc' } });

const installRecord = () =>
  database.db.record.findFirst({ where: { connectionId, kind: mainKind, externalId: String(install) } });

describe('a batch', () => {
  const tellings = [
    { second: 10, status: 'Sold' },
    { second: 30, status: 'Built' },
    { second: 20, status: 'Permit' },
  ];

  test('is one transaction: records, effects, what the hook writes and the outcome come together', async () => {
    const { ids, shard } = await insertInstallEvents(tellings);
    const seen: AppliedEvent[] = [];
    const route: ApplyHooks['route'] = async (tx, applied) => {
      seen.push(...applied);
      await tx.setting.create({ data: { key: connectionId, value: applied.length } });
      return new Map([[applied[1]?.id ?? '', 'matched']]);
    };
    expect(await applyShard(database.db, shard, { hooks: { route } })).toBe(3);

    const xacts = await database.pool.query(
      'SELECT count(DISTINCT xact)::int AS count FROM event_state WHERE event_id = ANY ($1)',
      [ids],
    );
    expect(xacts.rows).toEqual([{ count: 1 }]);
    expect((await states(ids)).map((state) => state.outcome)).toEqual(['ignored', 'matched', 'ignored']);
    const main = seen.map((event) => event.effects.find((effect) => effect.main));
    expect(main.map((effect) => [effect?.kind, effect?.before?.status, effect?.after.status])).toEqual([
      [mainKind, undefined, 'Sold'],
      [mainKind, 'Sold', 'Built'],
      [mainKind, 'Built', 'Built'],
    ]);
    expect(main[0]?.before).toBeNull();
    expect(main[1]?.changed).toContain('status');
    expect(main[2]?.changed).toEqual([]);
    expect(main[2]?.stale).toContain('status');
  });

  test('keeps a late state in the history of its field, and shows what each event changed', async () => {
    const { ids, shard } = await insertInstallEvents(tellings);
    await applyShard(database.db, shard);
    const record = await installRecord();
    const recordId = record?.id ?? '';
    const history = await database.db.change.findMany({
      where: { recordId, field: 'status' },
      orderBy: { ordinal: 'asc' },
    });
    expect(history.map(({ before, after, eventId }) => [before, after, eventId])).toEqual([
      ['Sold', 'Permit', ids[2]],
      ['Permit', 'Built', ids[1]],
    ]);

    const { changes } = await changesOfEvent(database.db, ids[1] ?? '');
    expect(changes.find((change) => change.field === 'status')).toMatchObject({
      record: 'Enerflo install',
      label: 'Status',
      before: 'Sold',
      after: 'Built',
    });
    const late = await changesOfEvent(database.db, ids[2] ?? '');
    expect(late.changes).toEqual([]);
    expect(late.stale.map((field) => field.label)).toContain('Status');
  });

  test('takes no more than asked, the oldest first', async () => {
    const { shard } = await insertInstallEvents(tellings);
    expect(await applyShard(database.db, shard, { limit: 2 })).toBe(2);
    expect(await applyShard(database.db, shard, { limit: 2 })).toBe(1);
  });

  test('is short where events are large, and takes one however large it is', async () => {
    const megabytes = [20, 9, 7, 1];
    const events = megabytes.map((size, at) => ({
      body: updateInstall(install, at, { status: 'Sold' }),
      at,
      byteSize: size * 1024 * 1024,
    }));
    const ids = await insertEvents(database.db, connectionId, events);
    const { shard } = await database.db.eventState.findFirstOrThrow({ where: { eventId: ids[0] } });
    const taken = [];
    for (let batch = 0; batch < 4; batch += 1) taken.push(await applyShard(database.db, shard));
    expect(taken).toEqual([1, 2, 1, 0]);
  });

  test('applied once more changes nothing', async () => {
    const { ids, shard } = await insertInstallEvents(tellings);
    await applyShard(database.db, shard);
    const all = async () => [
      await installRecord(),
      await database.db.change.findMany({
        orderBy: [{ recordId: 'asc' }, { field: 'asc' }, { ordinal: 'asc' }],
      }),
      await database.db.eventEffect.findMany({ orderBy: [{ eventId: 'asc' }, { recordId: 'asc' }] }),
      await database.db.observation.count(),
    ];
    const before = await all();
    await database.db.eventState.updateMany({ where: { eventId: { in: ids } }, data: { appliedAt: null } });
    expect(await applyShard(database.db, shard)).toBe(3);
    expect(await all()).toEqual(before);
  });

  test('leaves a shard alone that somebody else holds', async () => {
    const { ids, shard } = await insertInstallEvents(tellings);
    await database.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM shard WHERE id = ${shard} FOR UPDATE`;
      expect(await applyShard(database.db, shard)).toBe(0);
    });
    expect((await states(ids)).every((state) => state.appliedAt === null)).toBe(true);
    expect(await applyShard(database.db, shard)).toBe(3);
  });
});

test('an empty copy, an unknown event and one whose data cannot be shown change no record and are routed', async () => {
  // Without the name beside it, its keys would make it a type that tells of records.
  const body = { install_milestone: { id: 1234, sequence: 1 }, details: { id: 7, install_id: install } };
  expect(recognise({ source: 'enerflo', body }).known).toBe(true);
  const ids = await insertEvents(database.db, connectionId, [
    { body: updateInstall(install, 10, { status: 'Sold' }), at: 1, complete: false },
    { body: { webhook_event: 'never_heard_of', id: 7 }, at: 2 },
    { body: updateInstall(install, 20, { status: 'Built' }), at: 3, unshowable: true },
    { body, at: 4, name: 'never_heard_of' },
  ]);
  const routed = new Map<string, AppliedEvent>();
  const route: ApplyHooks['route'] = async (_, applied) => {
    for (const event of applied) routed.set(event.id, event);
    return new Map();
  };
  expect(await applyWaiting(database.db, { hooks: { route } })).toBe(4);
  expect(ids.map((id) => routed.get(id)?.complete)).toEqual([false, true, true, true]);
  expect(ids.flatMap((id) => routed.get(id)?.effects)).toEqual([]);
  expect((await states(ids)).map(({ outcome }) => outcome)).toEqual(ids.map(() => 'ignored'));
  expect(await database.db.record.count({ where: { connectionId } })).toBe(0);
});

describe('an event that cannot be applied', () => {
  const tellings = ['Sold', 'Permit', 'Built'].map((status, second) => ({ second, status }));

  /** Makes one event fail in the database, as a fault of ours would. */
  const failing = (badId: string | undefined): ApplyHooks => ({
    route: async (tx, applied) => {
      if (applied.some((event) => event.id === badId)) await tx.$queryRaw`SELECT 1 / 0`;
      return new Map();
    },
  });

  test('is put off with its error and stops none of its neighbours', async () => {
    const { ids, shard } = await insertInstallEvents(tellings);
    const hooks = failing(ids[1]);
    expect(await applyShard(database.db, shard, { hooks })).toBe(3);
    const [first, bad, last] = await states(ids);
    expect([first?.outcome, bad?.outcome, last?.outcome]).toEqual(['ignored', 'received', 'ignored']);
    expect(bad).toMatchObject({
      appliedAt: null,
      tries: 1,
      error: expect.stringContaining('division by zero'),
    });
    expect(bad?.dueAt?.getTime()).toBeGreaterThan(first?.appliedAt?.getTime() ?? 0);
    expect((await installRecord())?.fields).toMatchObject({ status: 'Built' });
    expect(await applyWaiting(database.db, { hooks })).toBe(0);

    await database.db.eventState.update({ where: { eventId: ids[1] }, data: { dueAt: null } });
    await applyShard(database.db, shard);
    expect((await states(ids))[1]).toMatchObject({ outcome: 'ignored', error: null, dueAt: null });
  });

  test('is failed after the eighth try', async () => {
    const { ids, shard } = await insertInstallEvents(tellings.slice(0, 1));
    for (let tries = 0; tries < 8; tries += 1) {
      await database.db.eventState.updateMany({ where: { eventId: { in: ids } }, data: { dueAt: null } });
      await applyShard(database.db, shard, { hooks: failing(ids[0]) });
    }
    const [state] = await states(ids);
    expect(state).toMatchObject({ outcome: 'failed', tries: 8, dueAt: null, appliedAt: expect.any(Date) });
  });

  test('is not blamed for the database going away', async () => {
    const { ids, shard } = await insertInstallEvents(tellings);
    const route: ApplyHooks['route'] = async (tx) => {
      await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
      return new Map();
    };
    await expect(applyShard(database.db, shard, { hooks: { route } })).rejects.toThrow();
    expect((await states(ids)).map(({ tries, outcome }) => [tries, outcome])).toEqual(
      ids.map(() => [0, 'received']),
    );
    expect(await installRecord()).toBeNull();
    expect(await applyWaiting(database.db)).toBe(3);
  });
});
