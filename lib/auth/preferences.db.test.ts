import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { getPreferences, savePreferences } from './preferences.ts';
import { addPerson } from './testing/people.ts';

let database: TestDatabase;
let ada: Actor;
const unchosen = { timeZone: null, times: 'relative', theme: 'system', defaultViews: {} };

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  ada = await addPerson(database.db, { email: 'ada@example.com' });
});
afterAll(() => database.close());

const save = (change: Parameters<typeof savePreferences>[1], actor = ada) =>
  savePreferences({ db: database.db, actor, requestId: 'request-1', address: '203.0.113.7' }, change);

async function addView(ownerId: string, list: string, shared = false): Promise<string> {
  const id = uuidv7();
  await database.db.savedView.create({ data: { id, ownerId, list, name: id, query: '', shared } });
  return id;
}

test('what is not chosen holds; what is left out stays; each change is audited once', async () => {
  expect(await getPreferences(database.db, ada)).toEqual(unchosen);
  await save({ timeZone: 'America/Phoenix', times: 'exact' });
  await save({ theme: 'dark' });
  await save({ theme: 'dark' });
  const kept = { timeZone: 'America/Phoenix', times: 'exact', theme: 'dark', defaultViews: {} };
  expect(await getPreferences(database.db, ada)).toEqual(kept);
  expect(await save({ timeZone: null })).toEqual({ ...kept, timeZone: null });
  const entries = await database.db.auditEntry.findMany({
    where: { action: 'user.preferences', subjectId: ada.id },
    orderBy: { id: 'asc' },
  });
  expect(entries).toHaveLength(3);
  expect(entries[1]).toMatchObject({ before: { theme: null }, after: { theme: 'dark' } });
});

test('a list opens with a view that is there, is of that list and is seen', async () => {
  const ben = await addPerson(database.db, { email: 'ben@example.com' });
  const own = await addView(ada.id ?? '', 'events');
  const shared = await addView(ben.id, 'cancellations', true);
  const hidden = await addView(ben.id, 'events');
  const saved = await save({ defaultViews: { events: own, cancellations: shared } });
  expect(saved.defaultViews).toEqual({ events: own, cancellations: shared });
  for (const events of [hidden, shared, uuidv7()])
    await expect(save({ defaultViews: { events } })).rejects.toMatchObject({ code: 'INVALID' });

  await database.db.savedView.delete({ where: { id: own } });
  expect((await getPreferences(database.db, ada)).defaultViews).toEqual({ cancellations: shared });
  expect((await save({ defaultViews: { cancellations: null } })).defaultViews).toEqual({});
});

test('what another version wrote there does no harm', async () => {
  const odd = { timeZone: 'Mars/Olympus', times: 'exact', theme: 7, defaultViews: 'none', more: true };
  await database.db.user.update({ where: { id: ada.id ?? '' }, data: { preferences: odd } });
  expect(await getPreferences(database.db, ada)).toEqual({ ...unchosen, times: 'exact' });
  await database.db.user.update({ where: { id: ada.id ?? '' }, data: { preferences: [] } });
  expect(await getPreferences(database.db, ada)).toEqual(unchosen);
});

test('a token has none of its own', async () => {
  const token: Actor = { kind: 'token', id: uuidv7(), name: 'a program', role: 'viewer' };
  expect(await getPreferences(database.db, token)).toEqual(unchosen);
  await expect(save({ theme: 'dark' }, token)).rejects.toMatchObject({ code: 'INVALID' });
});
