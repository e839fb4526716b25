import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import type { EnerfloAccount } from './enerflo-call.ts';
import { openEnerfloAccount } from './open-enerflo-account.ts';
import { addEnerfloAccount } from './testing/add-enerflo-account.ts';
import {
  type AnsweringServer,
  type Asked,
  startAnsweringServer,
  type Told,
} from './testing/answering-server.ts';

const key = 'a-key-that-nobody-may-see';
const box = openSecretBox('5'.repeat(64));
const people = { share: 'people' } as const;

let database: TestDatabase;
let server: AnsweringServer;
let answer: (asked: Asked) => Told | null | Promise<Told | null>;
let accounts = 0;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  server = await startAnsweringServer((asked) => answer(asked));
});

afterAll(async () => {
  await server?.close();
  await closeOutbound();
  await database?.close();
});

beforeEach(() => {
  server.asked.length = 0;
  answer = () => ({ json: { ok: true } });
});

/** An account of its own, with a key of its own, so that no test uses up another's limit. */
async function open({
  timeoutMs,
  ...more
}: {
  timeoutMs?: number;
  limit?: { requests: number; seconds: number };
} = {}): Promise<EnerfloAccount & { ownKey: string }> {
  accounts++;
  const ownKey = `${key}-${accounts}`;
  const id = await addEnerfloAccount(
    { ...database, box },
    { url: server.url, key: ownKey, name: `Sunny Roofs ${accounts}`, settings: more },
  );
  return { ...(await openEnerfloAccount({ ...database, box, timeoutMs }, id)), ownKey };
}

test('the key goes in its header and nowhere else', async () => {
  const account = await open();
  answer = () => ({ json: { you: account.ownKey }, headers: { 'x-echo': account.ownKey } });
  const result = await account.call(
    { method: 'POST', path: '/api/v3/installs/67890/notes', body: { body: 'Hello' } },
    people,
  );
  expect(server.asked[0]).toMatchObject({
    method: 'POST',
    path: '/api/v3/installs/67890/notes',
    body: '{"body":"Hello"}',
    headers: { 'api-key': account.ownKey, 'content-type': 'application/json', accept: 'application/json' },
  });
  expect(String(server.asked[0]?.query)).toBe('');
  expect(result.ok).toBe(true);
  expect(JSON.stringify(result.exchange)).not.toContain(account.ownKey);
  const kept = await database.pool.query(
    'SELECT row_to_json(budget)::text AS text FROM request_budget AS budget',
  );
  expect(JSON.stringify(kept.rows)).not.toContain(account.ownKey);
});

test('a long answer is read whole, and kept cut', async () => {
  const account = await open();
  const rows = Array.from({ length: 40_000 }, (_, id) => ({ id, name: 'An install of forty thousand' }));
  answer = () => ({ json: { results: rows, password: 'not to be kept' } });
  const result = await account.call(
    { method: 'GET', path: '/api/v3/installs', query: { per_page: 40_000 } },
    people,
  );
  expect(result).toMatchObject({ ok: true, body: { results: { length: 40_000 } } });
  expect(result.exchange?.responseBody?.length).toBe(64 * 1024);
});

test('a refusal because of the limit is waited for and tried again', async () => {
  const account = await open();
  const page = '<!doctype html><div class="title">Too many requests.</div>';
  const headers = { 'content-type': 'text/html', 'retry-after': '1', 'x-ratelimit-remaining': '0' };
  answer = () => (server.asked.length === 1 ? { status: 429, text: page, headers } : { json: { id: 4 } });
  const note = { method: 'POST', path: '/api/v3/installs/1/notes', body: { body: 'one' } } as const;
  expect(await account.call(note, people)).toMatchObject({ ok: true, body: { id: 4 } });
  const [first = 0, second = 0] = server.asked.map(({ at }) => at);
  expect(server.asked).toHaveLength(2);
  expect(second - first).toBeGreaterThan(980);
});

test('where the wait is longer than anyone has patience, it says so at once', async () => {
  const account = await open();
  answer = () => ({ status: 429, text: 'Too many requests.', headers: { 'retry-after': '41' } });
  const asked = performance.now();
  const result = await account.call({ method: 'GET', path: '/api/v3/authcheck' }, people);
  expect(result).toMatchObject({ ok: false, code: 'LIMIT', retryAfter: 41, status: 429, arrived: 'no' });
  const second = await account.call({ method: 'GET', path: '/api/v3/authcheck' }, people);
  expect(second).toMatchObject({ ok: false, code: 'LIMIT', status: null });
  expect(server.asked).toHaveLength(1);
  expect(performance.now() - asked).toBeLessThan(2_000);
});

test('bulk work that uses up its share is held up, and people are not', async () => {
  const account = await open({ limit: { requests: 20, seconds: 60 } });
  const request = { method: 'GET', path: '/api/v3/authcheck' } as const;
  const bulk = { share: 'bulk', patienceMs: 100 } as const;
  expect(await account.call(request, bulk)).toMatchObject({ ok: true });
  expect(await account.call(request, bulk)).toMatchObject({ ok: false, code: 'BUSY', arrived: 'no' });
  expect(await account.call(request, people)).toMatchObject({ ok: true });
});

test('few requests left, since others use the key too, hold up bulk work', async () => {
  const account = await open();
  answer = () => ({ json: {}, headers: { 'x-ratelimit-remaining': '7' } });
  const request = { method: 'GET', path: '/api/v3/authcheck' } as const;
  await account.call(request, people);
  expect(await account.call(request, { share: 'bulk', patienceMs: 100 })).toMatchObject({ code: 'LIMIT' });
  expect(await account.call(request, people)).toMatchObject({ ok: true });
});

test('a call that hangs ends in doubt at its time limit', async () => {
  const account = await open({ timeoutMs: 200 });
  answer = () => null;
  const result = await account.call({ method: 'POST', path: '/api/v1/appointments', body: {} }, people);
  expect(result).toMatchObject({ ok: false, code: 'NO_ANSWER', arrived: 'maybe', status: null });
  expect(result.exchange).toMatchObject({ requestBody: '{}', responseStatus: null });
});

test('a read that is cut is made once more, a write never', async () => {
  const account = await open();
  answer = () => (server.asked.length === 1 ? { cut: 'head' } : { json: { id: 4 } });
  expect(await account.call({ method: 'GET', path: '/api/v3/installs/4' }, people)).toMatchObject({
    ok: true,
  });
  expect(server.asked).toHaveLength(2);
  answer = () => ({ cut: 'body', json: { id: 4 } });
  const result = await account.call({ method: 'POST', path: '/api/v3/installs/4/notes', body: {} }, people);
  expect(result).toMatchObject({ ok: false, code: 'CUT', arrived: 'maybe' });
  expect(server.asked).toHaveLength(3);
});

test('an address in a private network is not called unless it is allowed', async () => {
  const id = await addEnerfloAccount({ ...database, box }, { url: server.url, name: 'Elsewhere' });
  await database.db.setting.deleteMany({ where: { key: 'outboundAllow' } });
  const { call } = await openEnerfloAccount({ ...database, box }, id);
  expect(await call({ method: 'GET', path: '/api/v3/authcheck' }, people)).toMatchObject({
    ok: false,
    code: 'ADDRESS',
    arrived: 'no',
    exchange: null,
  });
  expect(server.asked).toHaveLength(0);
});

test('an id of the wrong generation is named as the cause', async () => {
  const account = await open();
  answer = () => ({
    status: 404,
    text: '<html><title>Not Found</title></html>',
    headers: { 'content-type': 'text/html' },
  });
  const path = '/api/v3/installs/8f14e45f-ceea-467f-9f3b-2d9c6e0c1a11';
  const result = await account.call({ method: 'GET', path }, people);
  expect(result).toMatchObject({
    code: 'NOT_THERE',
    said: 'Not Found',
    whatToDo: expect.stringContaining('deal in Enerflo 2.0'),
  });
});

test('who stops waiting has sent nothing', async () => {
  const account = await open({ limit: { requests: 20, seconds: 60 } });
  const stop = new AbortController();
  const request = { method: 'GET', path: '/api/v3/authcheck' } as const;
  await account.call(request, { share: 'bulk' });
  const waiting = account.call(request, { share: 'bulk', signal: stop.signal });
  stop.abort();
  expect(await waiting).toMatchObject({ ok: false, code: 'STOPPED', arrived: 'no' });
  expect(server.asked).toHaveLength(1);
});

test('accounts that cannot be called say why', async () => {
  const access = { ...database, box };
  const id = await addEnerfloAccount(access, { url: server.url, key: null, name: 'Without key' });
  await expect(openEnerfloAccount(access, id)).rejects.toMatchObject({
    code: 'INVALID',
    message: expect.stringContaining('no Enerflo API key'),
  });
  await database.db.connection.update({ where: { id }, data: { disabledAt: new Date() } });
  await expect(openEnerfloAccount(access, id)).rejects.toMatchObject({
    code: 'INVALID',
    message: expect.stringContaining('switched off'),
  });
  await expect(openEnerfloAccount(access, '0190f0a0-0000-7000-8000-00000000dead')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
