import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StandInEnerflo, startEnerflo } from './start-enerflo.ts';
import { at, callerOf, rowsOf } from './testing/caller.ts';

let enerflo: StandInEnerflo;
let call: ReturnType<typeof callerOf>;
let installId: number;
beforeEach(async () => {
  enerflo = await startEnerflo({ port: 0, users: 12, leads: 6 });
  call = callerOf(enerflo);
  installId = [...enerflo.state.installs.keys()][0] ?? 0;
});
afterEach(() => enerflo.close());

const notesOf = () =>
  [...enerflo.state.notes.values()].filter((one) => one.installId === installId).map((one) => one.text);

test('401 without a key or with a wrong one; the key may also stand in the query', async () => {
  const status = async (path: string, key?: string) =>
    (await fetch(enerflo.url + path, { headers: key === undefined ? {} : { 'api-key': key } })).status;
  expect(await status('/api/v3/authcheck')).toBe(401);
  expect(await status('/api/v3/authcheck', 'wrong')).toBe(401);
  expect(await status('/api/v3/authcheck', 'sandbox-enerflo-key')).toBe(200);
  expect(await status('/api/v3/authcheck?api_key=sandbox-enerflo-key')).toBe(200);
});

test('tells what is left on every answer, then 429 as a page with its headers', async () => {
  enerflo.settings.limit = { requests: 2, seconds: 60 };
  const first = await call('GET /api/v3/authcheck');
  expect(first.headers.get('x-ratelimit-limit')).toBe('2');
  expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
  expect((await call('GET /api/v3/nothing')).headers.get('x-ratelimit-remaining')).toBe('0');
  const refused = await call(`POST /api/v3/installs/${installId}/notes`, { body: 'One too many' });
  expect(refused.status).toBe(429);
  expect(refused.headers.get('content-type')).toContain('text/html');
  expect(refused.text).toContain('<title>Error</title>');
  expect(refused.text).toContain('Too many requests.');
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  const reset = Number(refused.headers.get('x-ratelimit-reset'));
  expect(Math.abs(reset - (Date.now() / 1000 + wait))).toBeLessThan(2);
  expect(notesOf()).not.toContain('One too many');
  const told = await (await fetch(`${enerflo.url}/_stand-in/limit`)).json();
  expect(told).toMatchObject({ requests: 2, keys: [{ now: 3, greatest: 3, refused: 1 }] });
});

test('keeps every request exactly as it came', async () => {
  const body = '{ "body":  "Ümlaut & <b>tags</b>" }';
  const path = `/api/v3/installs/${installId}/notes?x=a%20b&y[]=1`;
  await fetch(enerflo.url + path, { method: 'POST', body, headers: { 'api-key': 'sandbox-enerflo-key' } });
  expect(enerflo.received.list()).toMatchObject([{ method: 'POST', path, body, status: 201 }]);
  expect(enerflo.received.list()[0]?.headers['api-key']).toBe('sandbox-enerflo-key');
  const page = await (await fetch(`${enerflo.url}/`)).text();
  expect(page).toContain('&lt;b&gt;tags');
  await fetch(`${enerflo.url}/_stand-in/received`, { method: 'DELETE' });
  expect(enerflo.received.list()).toEqual([]);
});

test('fails on command, for the requests that the rule names and for no others', async () => {
  const behave = (rules: unknown) =>
    fetch(`${enerflo.url}/_stand-in/behave`, { method: 'POST', body: JSON.stringify(rules) });
  const notes = `POST /api/v3/installs/${installId}/notes`;
  const only = { method: 'POST', path: '/api/v3/installs/*/notes', times: 1 };
  await behave([
    { ...only, answer: 500 },
    { ...only, answer: 504 },
    { ...only, successFalse: 'No.' },
    { ...only, text: 'Access not Permitted' },
    { ...only, html: true },
    { ...only, answer: 429, retryAfter: 7 },
  ]);
  expect((await call(`GET /api/v3/installs/${installId}`)).status).toBe(200);
  const told = [];
  for (let sent = 0; sent < 6; sent += 1) told.push(await call(notes, { body: 'Never stored' }));
  expect(told.map((one) => one.status)).toEqual([500, 504, 200, 200, 200, 429]);
  expect(told[0]?.text).toContain('<!DOCTYPE html>');
  expect(told[1]?.text).toContain('504 Gateway Time-out');
  expect(told[2]?.json).toEqual({ success: false, message: 'No.' });
  expect(told[3]?.text).toBe('Access not Permitted');
  expect(told[4]?.headers.get('content-type')).toContain('text/html');
  expect(told[5]?.headers.get('retry-after')).toBe('7');
  expect(notesOf()).not.toContain('Never stored');
  expect((await call(notes, { body: 'Stored' })).status).toBe(201);
  expect((await behave({ anwser: 500 })).status).toBe(422);
});

test('hangs or cuts the connection before or after storing', async () => {
  const path = `/api/v3/installs/${installId}/notes`;
  const post = (text: string) =>
    fetch(enerflo.url + path, {
      method: 'POST',
      headers: { 'api-key': 'sandbox-enerflo-key' },
      body: JSON.stringify({ body: text }),
      signal: AbortSignal.timeout(150),
    });
  enerflo.rules.add([
    { path, hang: true, times: 1 },
    { path, hang: 'after-store', times: 1 },
    { path, cut: 'before-store', times: 1 },
    { path, cut: 'after-store', times: 1 },
  ]);
  await expect(post('hung')).rejects.toThrow('timeout');
  await expect(post('hung, stored')).rejects.toThrow('timeout');
  await expect(post('cut')).rejects.toThrow('fetch failed');
  await expect(post('cut, stored')).rejects.toThrow('fetch failed');
  expect(notesOf()).toEqual(expect.arrayContaining(['hung, stored', 'cut, stored']));
  expect(notesOf()).not.toContain('hung');
  expect(notesOf()).not.toContain('cut');
});

test('what its sources leave open can be changed while it runs', async () => {
  const put = (settings: unknown) =>
    fetch(`${enerflo.url}/_stand-in/settings`, { method: 'PUT', body: JSON.stringify(settings) });
  await put({ lists: 'bare' });
  expect(rowsOf((await call('GET /api/v3/install-statuses')).json)).toHaveLength(6);
  await put({ lists: 'data' });
  expect(rowsOf((await call('GET /api/v3/install-statuses')).json, 'data')).toHaveLength(6);
  expect((await put({ lists: 'other' })).status).toBe(422);
  expect(at((await call('GET /api/v3/authcheck')).json, 'success')).toBe(true);
});
