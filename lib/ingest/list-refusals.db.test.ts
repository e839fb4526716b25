import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { getRefusal, listRefusals, refusalBytes } from './list-refusals.ts';
import { basic, openTestIngest, sunnovaUser, type TestIngest } from './testing/test-ingest.ts';

let ingest: TestIngest;
const ids: string[] = [];
beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
  for (let index = 0; index < 5; index++) ids.unshift((await ingest.enerflo(`unreadable ${index}`)).id);
  const headers = { authorization: basic(sunnovaUser, 'wrong'), 'content-type': 'application/json' };
  ids.unshift((await ingest.send({ path: 'sunnova/lead-status', headers, query: 'a=1' }, '{"Id":"1"}')).id);
});
afterAll(() => ingest.close());

test('refusals are listed newest first, page by page', async () => {
  const { db } = ingest.database;
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRefusals(db, { limit: 4, cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(ids);
});

test('a list can be narrowed', async () => {
  const { db } = ingest.database;
  const page = await listRefusals(db, {
    limit: 50,
    source: 'sunnova',
    reason: 'wrong-password',
    state: 'open',
  });
  expect(page).toMatchObject({
    items: [{ id: ids[0], source: 'sunnova', connection: 'sunnova', environment: 'production', status: 401 }],
    nextCursor: null,
  });
  expect((await listRefusals(db, { limit: 50, state: 'dropped' })).items).toEqual([]);
  expect((await listRefusals(db, { limit: 50, environment: 'production' })).items).toHaveLength(ids.length);
  expect((await listRefusals(db, { limit: 50, environment: 'sandbox' })).items).toEqual([]);
  const first = page.items[0]?.receivedAt ?? '';
  expect((await listRefusals(db, { limit: 50, from: first })).items.map(({ id }) => id)).toEqual([ids[0]]);
  expect((await listRefusals(db, { limit: 50, to: first })).items.map(({ id }) => id)).toEqual(ids.slice(1));
});

test('one refusal tells what came, and what to do', async () => {
  const { db } = ingest.database;
  const [id = ''] = ids;
  const refusal = await getRefusal(db, id);
  expect(refusal).toMatchObject({
    reason: 'wrong-password',
    authenticated: false,
    eventName: 'lead-status',
    query: 'a=1',
    headers: { authorization: '•••', 'content-type': 'application/json' },
    preview: '{"Id":"1"}',
    cure: expect.stringContaining('release'),
    state: 'open',
    eventId: null,
  });
  expect(Buffer.from(await refusalBytes(db, id)).toString()).toBe('{"Id":"1"}');
  const nobody = '01890000-0000-7000-8000-000000000009';
  await expect(getRefusal(db, nobody)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(refusalBytes(db, nobody)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
