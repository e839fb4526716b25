import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Crm, startCrm } from './start-crm.ts';

let folder: string;
let crm: Crm;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
  crm = await startCrm({ port: 0, ledgerFile: path.join(folder, 'ledger.jsonl') });
});
afterEach(async () => {
  await crm.close();
  rmSync(folder, { recursive: true });
});

const send = (body: unknown, at = '/records', method = 'POST', headers: Record<string, string> = {}) =>
  fetch(`${crm.url}${at}`, { method, body: JSON.stringify(body), headers });
const behave = (rules: unknown) => send(rules, '/behave');
const json = async (at: string) => (await fetch(`${crm.url}${at}`)).json();
const ledger = () =>
  readFileSync(path.join(folder, 'ledger.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test('stores a write with its key, in memory and in the ledger, and shows it', async () => {
  const answer = await send({ name: 'Ada <b>' }, '/records/7?x=1', 'PUT', { 'idempotency-key': 'k1' });
  expect(answer.status).toBe(201);
  const { id } = await answer.json();
  const [stored] = await json('/received');
  expect(stored).toMatchObject({ id, method: 'PUT', path: '/records/7?x=1', body: { name: 'Ada <b>' } });
  expect(stored.headers['idempotency-key']).toBe('k1');
  expect(ledger()).toEqual([stored]);
  expect(await (await fetch(`${crm.url}/`)).text()).toContain('Ada &lt;b&gt;');
});

test('lists the newest last, as many as asked, from a time on; and forgets when told', async () => {
  for (const number of [1, 2, 3]) await send({ number });
  const all = await json('/received');
  expect(all.map((one: { body: { number: number } }) => one.body.number)).toEqual([1, 2, 3]);
  expect(await json('/received?limit=1')).toEqual([all[2]]);
  expect(await json(`/received?since=${new Date(Date.now() + 1_000).toISOString()}`)).toEqual([]);
  expect(await json('/received/count')).toEqual({ count: 3 });
  await fetch(`${crm.url}/received`, { method: 'DELETE' });
  expect(await json('/received/count')).toEqual({ count: 0 });
});

test('a rule with times is used up in order, a standing one stays until it is reset', async () => {
  await behave([{ answer: 429, times: 2, retryAfter: 3 }, { answer: 500, times: 1 }, { answer: 503 }]);
  const first = await send({});
  expect(first.headers.get('retry-after')).toBe('3');
  const statuses = [first.status];
  for (let sent = 0; sent < 4; sent++) statuses.push((await send({})).status);
  expect(statuses).toEqual([429, 429, 500, 503, 503]);
  expect(await json('/behave')).toEqual([{ answer: 503 }]);
  await fetch(`${crm.url}/behave`, { method: 'DELETE' });
  expect((await send({})).status).toBe(201);
  expect(ledger()).toHaveLength(1);
});

test('cuts the connection before or after storing', async () => {
  await behave([
    { cut: 'before-store', times: 1 },
    { cut: 'after-store', times: 1 },
  ]);
  await expect(send({ number: 1 })).rejects.toThrow('fetch failed');
  expect(ledger()).toEqual([]);
  await expect(send({ number: 2 })).rejects.toThrow('fetch failed');
  expect(ledger().map((line) => line.body)).toEqual([{ number: 2 }]);
});

test('hangs without storing until the sender gives up, and answers late when slow', async () => {
  await behave([{ hang: true, times: 1 }]);
  const impatient = fetch(`${crm.url}/records`, {
    method: 'POST',
    body: '{}',
    signal: AbortSignal.timeout(100),
  });
  await expect(impatient).rejects.toThrow('timeout');
  await behave({ slow: 80, times: 1 });
  const began = performance.now();
  expect((await send({})).status).toBe(201);
  expect(performance.now() - began).toBeGreaterThan(75);
  expect(ledger()).toHaveLength(1);
});

test('fails sometimes, the same way for the same seed', async () => {
  const run = async () => {
    await fetch(`${crm.url}/behave`, { method: 'DELETE' });
    await behave({ answer: 500, probability: 0.3, seed: 7 });
    const statuses: number[] = [];
    for (let sent = 0; sent < 40; sent++) statuses.push((await send({})).status);
    return statuses;
  };
  const first = await run();
  expect(first.filter((status) => status === 500).length).toBeGreaterThan(3);
  expect(first.filter((status) => status === 201).length).toBeGreaterThan(15);
  expect(await run()).toEqual(first);
});

test('says what is wrong with a rule it does not know', async () => {
  expect((await behave({ anwser: 500 })).status).toBe(422);
  expect((await behave('nonsense')).status).toBe(422);
  expect(await json('/behave')).toEqual([]);
});

test('every write answered 201 is in the ledger after kill -9, and half a line harms no other', async () => {
  const file = path.join(folder, 'killed.jsonl');
  writeFileSync(file, '{"half');
  const child = spawn(process.execPath, ['scripts/sandbox/main.ts', '--port', '0', '--ledger', file]);
  let port = '';
  for await (const line of createInterface({ input: child.stdout })) {
    port = /^READY (\d+)$/.exec(line)?.[1] ?? '';
    if (port) break;
  }
  const numbers = Array.from({ length: 50 }, (_, number) => number);
  const answered = new Set<number>();
  const sending = numbers.map(async (number) => {
    const answer = await fetch(`http://127.0.0.1:${port}/records`, {
      method: 'POST',
      body: `{"number":${number}}`,
    });
    if (answer.status === 201) answered.add(number);
    if (answered.size === 10) child.kill('SIGKILL');
  });
  await Promise.allSettled(sending);
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  const [half, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(half).toBe('{"half');
  const stored = new Set(lines.map((line) => JSON.parse(line).body.number));
  expect(answered.size).toBeGreaterThanOrEqual(10);
  expect([...answered].filter((number) => !stored.has(number))).toEqual([]);
});
