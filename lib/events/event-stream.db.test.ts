import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { systemActor } from '#lib/audit/audit.ts';
import { createApiToken } from '#lib/auth/api-token.ts';
import { endApiToken } from '#lib/auth/end-api-token.ts';
import { revokeOtherSessions, revokeSession } from '#lib/auth/revoke-sessions.ts';
import { endSession, sessionFromToken, startSession } from '#lib/auth/sessions.ts';
import { addPerson, requestFrom } from '#lib/auth/testing/people.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { parseSettings } from '#lib/env.ts';
import { createIngestContext } from '#lib/ingest/ingest-context.ts';
import type { Services } from '#lib/runtime/services.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { eventStream } from './event-stream.ts';

let database: TestDatabase;
let services: Services;
let people = 0;
const stopping = new AbortController();
const source = requestFrom('203.0.113.7');

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  globalThis.heliographEnv = parseSettings({ PORT: '3000', LOG_LEVEL: 'silent' });
  const box = openSecretBox('ab'.repeat(32));
  services = { ...database, box, ingest: createIngestContext(database.db, box, 300), stopping };
});
beforeEach(() => {
  globalThis.heliographEventFeed = undefined;
  globalThis.heliographCredentialWatch = undefined;
});
afterAll(async () => {
  stopping.abort();
  await database.close();
});

/** A person with a browser in which the console is open, and its stream: what it told until it was closed. */
async function openBrowser(person?: Awaited<ReturnType<typeof addPerson>>) {
  const { db } = database;
  const user = person ?? (await addPerson(db, { email: `person${people++}@example.com`, role: 'admin' }));
  const token = await db.$transaction((tx) => startSession(tx, user, source));
  const session = await sessionFromToken(db, token);
  return {
    user,
    token,
    sessionId: session?.id ?? '',
    ...(await openStream({ cookie: `heliograph-session=${token}` })),
  };
}

async function openStream(headers: Record<string, string>) {
  const response = await eventStream(
    new Request('http://localhost:3000/api/events/stream', { headers }),
    services,
  );
  const state = { told: '', closed: false };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) state.told += decoder.decode(chunk);
    state.closed = true;
  };
  return { state, untilClosed: read() };
}

const by = { actor: systemActor('test') };
type Browser = Awaited<ReturnType<typeof openBrowser>>;

test.each<[string, (browser: Browser) => Promise<unknown>]>([
  ['signs out in another tab', ({ token }) => endSession(database.db, token, source)],
  ['has it ended by an admin', ({ sessionId }) => revokeSession(database.db, sessionId, by)],
  [
    'is deactivated',
    ({ user }) => database.db.user.update({ where: { id: user.id }, data: { deactivatedAt: new Date() } }),
  ],
  [
    'has used up the session',
    ({ sessionId }) =>
      database.pool.query('UPDATE session SET expires_at = now() WHERE id = $1', [sessionId]),
  ],
])('the stream of a person who %s is closed within two seconds, and says why', async (_, end) => {
  const browser = await openBrowser();
  const other = await openBrowser();
  const before = performance.now();
  await end(browser);
  await browser.untilClosed;
  expect(performance.now() - before).toBeLessThan(2_000);
  expect(browser.state.told).toContain('event: signed-out');
  expect(other.state.closed).toBe(false);
});

test('ending my other sessions closes their streams and leaves mine open', async () => {
  const mine = await openBrowser();
  const others = [await openBrowser(mine.user), await openBrowser(mine.user)];
  expect(await revokeOtherSessions(database.db, mine.sessionId, { actor: mine.user })).toBe(2);
  await Promise.all(others.map(({ untilClosed }) => untilClosed));
  expect(mine.state.closed).toBe(false);
  expect(await sessionFromToken(database.db, mine.token)).not.toBeNull();
});

test('the stream of an API token is closed when the token ends, and when its maker is deactivated', async () => {
  const { db } = database;
  const maker = await addPerson(db, { email: `person${people++}@example.com`, role: 'admin' });
  const make = () => db.$transaction((tx) => createApiToken(tx, { name: 'Screen', role: 'viewer' }, maker));
  const [ended, stopped] = [await make(), await make()];
  const open = (token: string) => openStream({ authorization: `Bearer ${token}` });
  const [first, second] = [await open(ended.token), await open(stopped.token)];
  await db.$transaction((tx) => endApiToken(tx, ended.id, by));
  await first.untilClosed;
  expect(second.state.closed).toBe(false);
  await db.user.update({ where: { id: maker.id }, data: { deactivatedAt: new Date() } });
  await second.untilClosed;
  await expect(open(ended.token)).rejects.toThrow('Sign in');
});
