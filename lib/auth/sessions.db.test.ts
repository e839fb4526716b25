import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { parseSettings } from '#lib/env.ts';
import { createApiToken } from './api-token.ts';
import { actorFromRequest } from './current-actor.ts';
import { endSession, sessionFromToken, startSession } from './sessions.ts';
import { addPerson, requestFrom } from './testing/people.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  globalThis.heliographEnv = parseSettings({ PORT: '3000' });
});
afterAll(() => database.close());

const source = requestFrom('203.0.113.7');
let people = 0;

async function signedIn() {
  const { db } = database;
  const email = `person${people++}@example.com`;
  const user = await addPerson(db, { email });
  const token = await db.$transaction((tx) => startSession(tx, user, source));
  const current = () => sessionFromToken(db, token);
  const session = await current();
  const set = (column: string, value: string) =>
    database.pool.query(`UPDATE session SET ${column} = ${value} WHERE id = $1`, [session?.id]);
  const row = () => db.session.findUniqueOrThrow({ where: { id: session?.id } });
  return { user, email, token, session, current, set, row };
}

test('a session tells who it is, and the table cannot tell the token', async () => {
  const { user, email, token, session, row } = await signedIn();
  expect(session).toEqual({ id: expect.any(String), email, user });
  expect(token).toMatch(/^[\w-]{43}$/);
  const kept = await row();
  expect(Buffer.from(kept.tokenHash).toString('base64url')).not.toBe(token);
  expect(kept).toMatchObject({ address: '203.0.113.7', userAgent: 'Test browser' });
});

test('signing out counts at once and is in the audit log', async () => {
  const { user, token, session, current } = await signedIn();
  await endSession(database.db, token, source);
  expect(await current()).toBeNull();
  await endSession(database.db, token, source);
  const entries = await database.db.auditEntry.findMany({
    where: { subjectId: session?.id },
    orderBy: { at: 'asc' },
  });
  expect(entries.map(({ action, actorId, address }) => ({ action, actorId, address }))).toEqual([
    { action: 'session.start', actorId: user.id, address: '203.0.113.7' },
    { action: 'session.end', actorId: user.id, address: '203.0.113.7' },
  ]);
});

test('deactivating a person ends what is open at once, and a new role counts at once', async () => {
  const { user, current } = await signedIn();
  await database.db.user.update({ where: { id: user.id }, data: { role: 'viewer' } });
  expect((await current())?.user.role).toBe('viewer');
  await database.db.user.update({ where: { id: user.id }, data: { deactivatedAt: new Date() } });
  expect(await current()).toBeNull();
});

test('an expired session, an unknown and an empty token are nobody', async () => {
  const { current, set } = await signedIn();
  await set('expires_at', 'now()');
  expect(await current()).toBeNull();
  expect(await sessionFromToken(database.db, 'unknown')).toBeNull();
  expect(await sessionFromToken(database.db, '')).toBeNull();
});

test('use within a minute writes nothing; later use moves the end to twelve hours from then', async () => {
  const { current, set, row } = await signedIn();
  await set('last_seen_at', "now() - interval '50 seconds'");
  const before = await row();
  await current();
  expect(await row()).toEqual(before);
  await set('last_seen_at', "now() - interval '70 seconds'");
  await set('expires_at', "now() + interval '1 hour'");
  await current();
  const after = await row();
  expect(after.expiresAt.getTime() - after.lastSeenAt.getTime()).toBe(12 * 60 * 60 * 1000);
});

test('however much it is used, a session ends thirty days after it began', async () => {
  const { current, set, row } = await signedIn();
  await set('created_at', "now() - interval '29 days 20 hours'");
  await set('last_seen_at', "now() - interval '1 hour'");
  await current();
  const { createdAt, expiresAt } = await row();
  expect(expiresAt.getTime() - createdAt.getTime()).toBe(30 * 24 * 60 * 60 * 1000);
});

test('a request is its cookie’s person, else its API token, else nobody', async () => {
  const { db } = database;
  const { user, token } = await signedIn();
  const made = await db.$transaction((tx) =>
    createApiToken(tx, { name: 'Nightly export', role: 'viewer' }, user),
  );
  const ended = await db.$transaction((tx) =>
    createApiToken(tx, { name: 'Old', role: 'operator', expiresAt: new Date(Date.now() - 1000) }, user),
  );
  const ask = (headers: Record<string, string>) =>
    actorFromRequest(db, new Request('http://localhost:3000/api/events', { headers }));
  const cookie = `theme=dark; heliograph-session=${token}`;

  expect(await ask({ cookie })).toEqual(user);
  expect(await ask({ cookie, authorization: `Bearer ${made.token}` })).toEqual(user);
  const nightly = { kind: 'token', id: made.id, name: 'Nightly export', role: 'viewer' };
  expect(await ask({ authorization: `Bearer ${made.token}` })).toEqual(nightly);
  expect(await ask({ cookie: 'heliograph-session=old', authorization: `bearer ${made.token}` })).toEqual(
    nightly,
  );
  expect(await ask({ authorization: `Bearer ${ended.token}` })).toBeNull();
  expect(await ask({ authorization: `Basic ${made.token}` })).toBeNull();
  expect(await ask({})).toBeNull();
  expect((await db.apiToken.findUniqueOrThrow({ where: { id: made.id } })).lastUsedAt).not.toBeNull();

  await db.apiToken.update({ where: { id: made.id }, data: { endedAt: new Date() } });
  expect(await ask({ authorization: `Bearer ${made.token}` })).toBeNull();
});
