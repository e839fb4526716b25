import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Actor, systemActor } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { actorFromApiToken, createApiToken } from './api-token.ts';
import { endApiToken } from './end-api-token.ts';
import { getToken, listTokens } from './list-tokens.ts';
import type { Role } from './roles.ts';
import { addPerson } from './testing/people.ts';

let database: TestDatabase;
let people = 0;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

const soon = () => new Date(Date.now() + 60_000);
const make = (actor: Actor, role: Role, expiresAt: Date | null = null) =>
  database.db.$transaction((tx) => createApiToken(tx, { name: 'Nightly export', role, expiresAt }, actor));
const maker = (role: Role) => addPerson(database.db, { email: `maker${people++}@example.com`, role });
const roleOf = async (token: string) => (await actorFromApiToken(database.db, token))?.role ?? null;

test('a token never has more role than its maker: not when made, and not once the maker has less', async () => {
  const { db } = database;
  const ada = await maker('editor');
  await expect(make(ada, 'admin')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const { id, token } = await make(ada, 'editor');
  expect(await roleOf(token)).toBe('editor');
  await db.user.update({ where: { id: ada.id }, data: { role: 'viewer' } });
  expect(await roleOf(token)).toBe('viewer');
  expect(await getToken(db, id)).toMatchObject({ role: 'editor', roleNow: 'viewer', state: 'active' });
  await db.user.update({ where: { id: ada.id }, data: { role: 'admin' } });
  expect(await roleOf(token)).toBe('editor');
});

test('a token stops with its maker and comes back with him; the command line’s belong to nobody', async () => {
  const { db } = database;
  const ada = await maker('admin');
  const [own, cli] = [await make(ada, 'admin'), await make(systemActor('cli'), 'admin')];
  const set = (deactivatedAt: Date | null) =>
    db.user.update({ where: { id: ada.id }, data: { deactivatedAt } });
  await set(new Date());
  expect([await roleOf(own.token), await roleOf(cli.token)]).toEqual([null, 'admin']);
  expect(await getToken(db, own.id)).toMatchObject({ state: 'stopped' });
  await set(null);
  expect(await roleOf(own.token)).toBe('admin');
});

test('a token made with a token belongs to the same person and ends with it at the latest', async () => {
  const { db } = database;
  const ada = await maker('admin');
  const end = soon();
  const first = await make(ada, 'admin', end);
  const actor = await actorFromApiToken(db, first.token);
  if (!actor) throw new Error('the token does not count');
  await expect(make(actor, 'admin')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(make(actor, 'admin', new Date(end.getTime() + 1))).rejects.toThrow('ends with it');
  const second = await make(actor, 'viewer', end);
  expect((await getToken(db, second.id)).createdBy).toMatchObject({ id: ada.id });
  await db.user.update({ where: { id: ada.id }, data: { deactivatedAt: new Date() } });
  expect(await roleOf(second.token)).toBeNull();
});

test('ended and expired tokens refuse at once, and the list says which is which', async () => {
  const { db } = database;
  const ada = await maker('admin');
  const [ended, expired, open] = [
    await make(ada, 'viewer'),
    await make(ada, 'viewer', soon()),
    await make(ada, 'viewer'),
  ];
  await db.$transaction((tx) =>
    endApiToken(tx, ended.id, { actor: ada, requestId: 'end-2', address: '203.0.113.7' }),
  );
  await database.pool.query('UPDATE api_token SET expires_at = now() WHERE id = $1', [expired.id]);
  expect([await roleOf(ended.token), await roleOf(expired.token), await roleOf(open.token)]).toEqual([
    null,
    null,
    'viewer',
  ]);
  const listed = await listTokens(db, { limit: 3 });
  expect(listed.items.map(({ id, state }) => [id, state])).toEqual([
    [open.id, 'active'],
    [expired.id, 'expired'],
    [ended.id, 'ended'],
  ]);
  expect(listed.items[0]?.lastUsedAt).not.toBeNull();
  expect(listed.nextCursor).toBe(ended.id);
  expect((await listTokens(db, { limit: 50, cursor: ended.id })).items.length).toBeGreaterThan(0);
  expect(await db.auditEntry.findFirst({ where: { requestId: 'end-2' } })).toMatchObject({
    action: 'token.end',
    address: '203.0.113.7',
    before: { name: 'Nightly export', role: 'viewer' },
  });
});
