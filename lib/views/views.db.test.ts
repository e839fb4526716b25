import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor } from '#lib/audit/audit.ts';
import { addPerson } from '#lib/auth/testing/people.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { insertConnection, insertEvents } from '#lib/records/testing/insert-events.ts';
import { countViews } from './count-views.ts';
import { listViews } from './list-views.ts';
import { changeView, createView, deleteView } from './save-view.ts';

let database: TestDatabase;
let ada: Actor;
let ben: Actor;
let vera: Actor;
let admin: Actor;
const token: Actor = {
  kind: 'token',
  id: '01890000-0000-7000-8000-000000000001',
  name: 'a program',
  role: 'viewer',
};

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  const { db } = database;
  ada = await addPerson(db, { email: 'ada@example.com' });
  ben = await addPerson(db, { email: 'ben@example.com' });
  vera = await addPerson(db, { email: 'vera@example.com', role: 'viewer' });
  admin = await addPerson(db, { email: 'admin@example.com', role: 'admin' });
});
afterAll(() => database.close());

const by = (actor: Actor) => ({ db: database.db, actor, requestId: 'request-1', address: '203.0.113.7' });
const view = (name: string, more: object = {}) => ({
  list: 'events' as const,
  name,
  query: 'outcome=failed',
  shared: false,
  counted: false,
  ...more,
});
const names = async (actor: Actor) => (await listViews(database.db, 'events', actor)).map(({ name }) => name);
const code = (code: string) => expect.objectContaining({ code });

test('a view is its owner’s until it is shared; then all see it and only the owner changes it', async () => {
  const made = await createView(by(ada), view('Failed today', { query: 'range=24h&outcome=failed' }));
  expect(made).toMatchObject({ own: true, query: 'outcome=failed&range=24h', shared: false });
  expect(await names(ada)).toEqual(['Failed today']);
  expect(await names(ben)).toEqual([]);
  await expect(changeView(by(ben), { id: made.id, name: 'Mine now' })).rejects.toEqual(code('NOT_FOUND'));
  await expect(deleteView(by(admin), made.id)).rejects.toEqual(code('NOT_FOUND'));

  await changeView(by(ada), { id: made.id, shared: true });
  await createView(by(ben), view('A view of Ben'));
  expect(await names(ben)).toEqual(['A view of Ben', 'Failed today']);
  expect(await names(token)).toEqual(['Failed today']);
  const [shared] = await listViews(database.db, 'events', token);
  expect(shared).toMatchObject({ own: false, ownerName: 'Ada Example' });
  await expect(changeView(by(ben), { id: made.id, name: 'Mine now' })).rejects.toEqual(code('FORBIDDEN'));
  await expect(deleteView(by(ben), made.id)).rejects.toEqual(code('FORBIDDEN'));
  await deleteView(by(admin), made.id);
  expect(await names(ada)).toEqual([]);

  const entries = await database.db.auditEntry.findMany({
    where: { subjectKind: 'view', subjectId: made.id },
    orderBy: { id: 'asc' },
  });
  expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['view.create', ada.id],
    ['view.change', ada.id],
    ['view.delete', admin.id],
  ]);
  expect(entries[1]).toMatchObject({ before: { shared: false }, after: { shared: true } });
});

test('a viewer keeps views but shares none, and a token keeps none', async () => {
  const made = await createView(by(vera), view('Mine'));
  await expect(createView(by(vera), view('Ours', { shared: true }))).rejects.toEqual(code('FORBIDDEN'));
  await expect(changeView(by(vera), { id: made.id, shared: true })).rejects.toEqual(code('FORBIDDEN'));
  await expect(createView(by(token), view('A token’s'))).rejects.toEqual(code('FORBIDDEN'));
  await deleteView(by(vera), made.id);
});

test('a name stands once for a person and a list', async () => {
  const first = await createView(by(ada), view('Twins'));
  await expect(createView(by(ada), view('Twins'))).rejects.toThrow('“Twins” already');
  const other = await createView(by(ada), view('Other'));
  await expect(changeView(by(ada), { id: other.id, name: 'Twins' })).rejects.toEqual(code('CONFLICT'));
  await createView(by(ben), view('Twins'));
  await createView(by(ada), view('Twins', { list: 'cancellations', query: '' }));
  for (const { id } of [first, other]) await deleteView(by(ada), id);
});

test('filters that the list does not have are not kept', async () => {
  await expect(createView(by(ada), view('Odd', { query: 'colour=red' }))).rejects.toEqual(code('INVALID'));
  const made = await createView(by(ada), view('Even'));
  await expect(changeView(by(ada), { id: made.id, query: 'source=hubspot' })).rejects.toEqual(
    code('INVALID'),
  );
  await deleteView(by(ada), made.id);
});

test('counts are of one’s own counted views and the shared ones', async () => {
  const { db } = database;
  const connection = await insertConnection(db);
  await insertEvents(
    db,
    connection,
    [1, 2, 3].map((at) => ({ body: { webhook_event: 'new_customer', id: at }, at })),
  );
  const counted = { counted: true, query: `connection=${connection}` };
  const ours = await createView(by(ada), view('Of this account', { ...counted, shared: true }));
  const mine = await createView(by(ada), view('None', { counted: true, query: 'source=crm' }));
  await createView(by(ada), view('Not counted', { query: counted.query }));
  await createView(by(ada), view('Cannot be looked for', { counted: true, query: 'q=payload.id+%3D+1' }));
  expect(await countViews(db, 'events', ada)).toEqual([
    { id: ours.id, count: 3, more: false },
    { id: mine.id, count: 0, more: false },
  ]);
  expect(await countViews(db, 'events', token)).toEqual([{ id: ours.id, count: 3, more: false }]);
});
