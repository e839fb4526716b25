import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '#lib/db/database.ts';
import { draftEvents } from './draft-events.ts';
import type { EventDraft } from './event-draft.ts';
import { createIngestContext } from './ingest-context.ts';
import { storeBatch } from './store-batch.ts';
import { arrivalOf, enerfloKey, openTestIngest, type TestIngest } from './testing/test-ingest.ts';

let ingest: TestIngest;
beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
});
afterAll(() => ingest.close());

let number = 0;
const body = () =>
  JSON.stringify({
    webhook_event: 'update_install',
    id: ++number,
    timestamps: { updated_at: '2026-03-01 10:00:00' },
  });

async function draft(more: Partial<EventDraft> = {}): Promise<EventDraft> {
  const { enerflo: id } = ingest.endpoints;
  const endpoint = {
    id,
    connectionId: ingest.connections.enerflo,
    source: 'enerflo',
    kind: 'enerflo',
    username: null,
    headerName: null,
    pastHeaders: [],
    allowList: [],
    credentials: [],
  } as const;
  const bytes = Buffer.from(body());
  const drafted = await draftEvents(
    { ...arrivalOf({ path: 'enerflo' }, bytes), bytes, byteSize: bytes.length },
    { ...endpoint, allowList: [], credentials: [] },
    { name: null, window: 300 },
  );
  const first = drafted.kind === 'events' ? drafted.drafts[0] : undefined;
  if (!first) throw new Error('the body gave no event');
  return { ...first, ...more };
}

describe('a bad row', () => {
  test('in a batch of 50 is stored without its view, and the other 49 as they are', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 50 }, (_, index) => draft(index === 17 ? { view: '{"broken":"\\u0000"}' } : {})),
    );
    const outcomes = await storeBatch(ingest.database.db, drafts);
    expect(outcomes).toEqual(drafts.map(({ id }) => ({ eventId: id, status: 'accepted' })));
    const events = await ingest.database.db.event.findMany({
      where: { id: { in: drafts.map(({ id }) => id) } },
    });
    const bad = events.filter(({ payload }) => payload === null);
    expect(bad.map(({ id }) => id)).toEqual([drafts[17]?.id]);
    expect(bad[0]?.warnings).toEqual([expect.stringContaining('the database refused it')]);
    expect(
      await ingest.database.db.eventBody.count({ where: { id: { in: drafts.map(({ id }) => id) } } }),
    ).toBe(50);
    expect(
      await ingest.database.db.eventState.count({ where: { eventId: { in: drafts.map(({ id }) => id) } } }),
    ).toBe(50);
  });

  test('that cannot be stored whatever is left out says so, and its copies with it', async () => {
    const good = await draft();
    const bad = await draft({ recordKey: '\0' });
    const copy = { ...bad, id: good.id.replace(/.$/, 'f'), bodyId: good.id.replace(/.$/, 'f') };
    const outcomes = await storeBatch(ingest.database.db, [bad, good, copy]);
    expect(outcomes).toMatchObject([
      { status: 'unstorable' },
      { status: 'accepted' },
      { status: 'unstorable' },
    ]);
  });

  test('among copies leaves their count right', async () => {
    const known = await draft();
    await storeBatch(ingest.database.db, [known]);
    const copies = await Promise.all([draft(), draft()]);
    const again = copies.map((each) => ({ ...known, id: each.id, bodyId: each.id }));
    const outcomes = await storeBatch(ingest.database.db, [...again, await draft({ view: 'not JSON' })]);
    expect(outcomes.map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'accepted']);
    expect(await ingest.countOf(known.id)).toBe(3);
  });
});

test('a batch that is stored again after an answer was lost stays as it is', async () => {
  const drafts = await Promise.all([draft(), draft()]);
  const first = await storeBatch(ingest.database.db, drafts);
  expect(await storeBatch(ingest.database.db, drafts)).toEqual(first);
  for (const { id } of drafts) expect(await ingest.countOf(id)).toBe(1);
});

describe('the database away', () => {
  const expect503 = (answer: { status: number; headers: Record<string, string>; text: string }) => {
    expect(answer).toMatchObject({
      status: 503,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '5' },
    });
    expect(JSON.parse(answer.text)).toMatchObject({ status: 503, code: 'UNAVAILABLE', requestId: 'test' });
  };

  test('from the start: 503 for everybody, never a 401 to a sender who may be right', async () => {
    const away = openDatabase('postgresql://nobody:nothing@127.0.0.1:1/none');
    const context = createIngestContext(away.db, ingest.box, 300);
    expect503(await ingest.send({ path: `enerflo/${enerfloKey}` }, body(), context));
    expect503(await ingest.send({ path: 'enerflo/not-a-key-of-ours' }, body(), context));
    expect503(
      await ingest.send({ path: 'sunnova', headers: { authorization: 'Basic YTpi' } }, '{}', context),
    );
    await away.close();
  });

  test('in the middle: 503 for events and refusals alike, and all is well when it is back', async () => {
    const other = ingest.another();
    const path = `enerflo/${enerfloKey}`;
    expect(await ingest.send({ path }, body(), other.context)).toMatchObject({ status: 202 });
    await other.close();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ingest.send({ path }, body(), other.context)),
    );
    for (const answer of answers) expect503(answer);
    expect503(await ingest.send({ path }, 'unreadable', other.context));
    expect503(await ingest.send({ path: 'enerflo/not-a-key-of-ours' }, body(), other.context));
    await other.context.batcher.drained();
  });

  test('that neither answers nor breaks off: 503 in time, and what it had been given is there once', async () => {
    const path = `enerflo/${enerfloKey}`;
    const held = await ingest.database.pool.connect();
    await held.query('BEGIN; LOCK TABLE event, refusal IN ACCESS EXCLUSIVE MODE');
    const sent = body();
    const answers = await Promise.all([
      ingest.send({ path }, sent),
      ingest.send({ path }, 'unreadable'),
      ingest.send({ path: 'enerflo/not-a-key-of-ours' }, '{}'),
    ]);
    for (const answer of answers) expect503(answer);
    await held.query('ROLLBACK');
    held.release();
    await ingest.context.batcher.drained();
    const again = await ingest.send({ path }, sent);
    expect(JSON.parse(again.text)).toMatchObject({ status: 'duplicate' });
  }, 30_000);

  test('connections that break under way cost a 503 and no event', async () => {
    const name = 'another process';
    const other = ingest.another();
    const bodies = Array.from({ length: 300 }, body);
    const sends = Promise.all(bodies.map((each) => ingest.enerflo(each, {}, other.context)));
    const kill =
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()';
    for (let round = 0; round < 5; round++) await ingest.database.pool.query(kill, [name]);
    const answers = await sends;
    for (const { status } of answers) expect([202, 503]).toContain(status);
    for (const [index, each] of bodies.entries()) {
      if (answers[index]?.status === 503) await ingest.enerflo(each, {}, other.context);
    }
    const ids = bodies.map((each) => `enerflo.install:${JSON.parse(each).id}`);
    const events = await ingest.database.db.event.findMany({ where: { recordKey: { in: ids } } });
    expect(events).toHaveLength(bodies.length);
    await other.close();
  });
});
