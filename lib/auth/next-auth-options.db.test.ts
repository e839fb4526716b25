import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { parseSettings } from '#lib/env.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
// next-auth exports its core only through Next.js; here it is asked directly.
import { AuthHandler } from '../../node_modules/next-auth/core/index.js';
import { type AuthExchange, nextAuthOptions } from './next-auth-options.ts';
import { sessionFromToken } from './sessions.ts';
import { addPerson, requestFrom } from './testing/people.ts';

const box = openSecretBox('c'.repeat(64));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  await addPerson(database.db, { email: 'ada@example.com' });
});
afterAll(() => database.close());

/** A browser that keeps cookies and talks to next-auth. */
function browser(publicUrl: string) {
  globalThis.heliographEnv = parseSettings({ PUBLIC_URL: publicUrl });
  const jar = new Map<string, string>();
  const set: { name: string; value: string; options: Record<string, unknown> }[] = [];
  async function ask(method: string, path: string, body?: Record<string, string>) {
    const exchange: AuthExchange = {};
    const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
    const req = new Request(`${publicUrl}/api/auth/${path}`, {
      method,
      headers: { cookie },
      body: body && JSON.stringify(body),
    });
    const options = nextAuthOptions({ ...database, box }, requestFrom('203.0.113.7'), exchange);
    const answer = await AuthHandler({ req, options });
    for (const { name, value, options: cookieOptions } of answer.cookies ?? []) {
      set.push({ name, value, options: { ...cookieOptions } });
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return { answer, exchange };
  }
  async function post(path: string, body: Record<string, string>) {
    const { answer } = await ask('GET', 'csrf');
    const csrfToken = (answer.body as { csrfToken: string }).csrfToken;
    return ask('POST', path, { ...body, csrfToken, json: 'true' });
  }
  const signIn = (password: string) => post('callback/credentials', { email: 'Ada@example.com ', password });
  return { jar, set, ask, post, signIn };
}

describe('signing in through next-auth', () => {
  beforeEach(() => database.pool.query('TRUNCATE rate_limit'));

  test('the cookie is the opaque token of a row; signing out ends the row', async () => {
    const { jar, set, ask, post, signIn } = browser('http://localhost:3000');
    await signIn('correct horse battery');
    const token = jar.get('heliograph-session') ?? '';
    expect((await sessionFromToken(database.db, token))?.email).toBe('ada@example.com');
    expect(set.find(({ name }) => name === 'heliograph-session')?.options).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: false,
    });
    const { answer } = await ask('GET', 'session');
    expect(answer.body).toMatchObject({ user: { name: 'Ada Example', email: 'ada@example.com' } });
    expect(jar.get('heliograph-session')).toBe(token);

    const { exchange } = await post('signout', {});
    expect(exchange.failure).toBeUndefined();
    expect(jar.has('heliograph-session')).toBe(false);
    expect(await sessionFromToken(database.db, token)).toBeNull();
  });

  test('under https every cookie is Secure and has the prefix that keeps other hosts out', async () => {
    const { set, signIn } = browser('https://heliograph.example.com');
    await signIn('correct horse battery');
    expect(set.map(({ name }) => name)).toContain('__Host-heliograph-session');
    for (const { name, options } of set) {
      expect(name).toMatch(/^__(Host|Secure)-/);
      expect(options).toMatchObject({ secure: true, httpOnly: true, path: '/' });
    }
  });

  test('a wrong password sets no session, and its reason is kept for the answer', async () => {
    const { jar, signIn } = browser('http://localhost:3000');
    const { exchange } = await signIn('a wrong password');
    expect(exchange.failure).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect([...jar.keys()].join()).not.toContain('session');
  });

  test('without the token of our own page nothing is even tried', async () => {
    const { jar, ask } = browser('http://localhost:3000');
    const body = { email: 'ada@example.com', password: 'correct horse battery', csrfToken: 'made up' };
    const { answer } = await ask('POST', 'callback/credentials', body);
    expect(answer.redirect).toContain('csrf=true');
    expect(jar.has('heliograph-session')).toBe(false);
  });
});
