import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { previewAction } from '#lib/actions/preview-action.ts';
import { runAction } from '#lib/actions/run-action.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import type { Json } from '#lib/json.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { addEnerfloAccount } from './testing/add-enerflo-account.ts';
import { type AnsweringServer, type Asked, startAnsweringServer } from './testing/answering-server.ts';
import type { ManyCalls } from './testing/call-many.ts';

/** LIMIT_TEST=full: the 600 operations against 60 in 12 s, which take some three minutes. */
const full = process.env.LIMIT_TEST === 'full';
const limit = full ? { requests: 60, seconds: 12 } : { requests: 60, seconds: 6 };
const [processes, callsEach] = full ? [3, 200] : [3, 30];
/** No process may go by its own clock: one is as much behind as another is ahead. */
const clocksApartMs = 3_600_000;
const secretKey = '7'.repeat(64);

let database: TestDatabase;
let server: AnsweringServer;
let children: ChildProcess[] = [];
/** An install of which a person sets the status, while bulk work takes all that it may of the limit. */
const install = { id: 67890, status_id: 4, customer: { id: 5512, first_name: 'Lynn', last_name: 'Kasper' } };
const statuses = [
  { id: 4, name: 'Active' },
  { id: 5, name: 'On Hold' },
];
/** Called with the number of requests so far. */
let onRequest: (count: number) => void = () => {};

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  server = await startAnsweringServer((asked) => {
    const { at } = asked;
    onRequest(server.asked.length);
    const times = server.asked.map((one) => one.at);
    const left = limit.requests - inWindow(times, at);
    const headers = { 'x-ratelimit-remaining': String(Math.max(0, left)) };
    return left < 0
      ? { status: 429, text: 'Too many requests.', headers }
      : { json: answerTo(asked), headers };
  });
});

afterAll(async () => {
  for (const child of children) child.kill();
  await server?.close();
  await closeOutbound();
  await database?.close();
});

test(
  'three processes whose clocks disagree start at once, keep to one limit, lose nothing and let a form through',
  async () => {
    const box = openSecretBox(secretKey);
    const access = { ...database, box };
    const connectionId = await addEnerfloAccount(access, { url: server.url, settings: { limit } });
    children = Array.from({ length: processes }, (_, index) => {
      const told: ManyCalls = {
        url: database.url,
        secretKey,
        connectionId,
        first: 1 + index * callsEach,
        calls: callsEach,
        clockMs: (index - 1) * clocksApartMs,
      };
      return fork(path.resolve('lib/enerflo/testing/call-many.ts'), [JSON.stringify(told)]);
    });
    await Promise.all(children.map((child) => once(child, 'message')));

    const half = new Promise<void>((resolve) => {
      onRequest = (count) => count === Math.floor((processes * callsEach) / 2) && resolve();
    });
    const ends = children.map((child) => once(child, 'message'));
    const started = performance.now();
    for (const child of children) child.send('go');

    await half;
    const jane = { kind: 'user', id: uuidv7(), name: 'Jane Smith', role: 'operator' } as const;
    const context = { ...access, actor: jane };
    const onHold = {
      connectionId,
      operation: 'enerflo.install.update-status',
      input: { install_id: String(install.id), status_id: '5' },
    };
    const [preview, previewMs] = await timed(() => previewAction(context, onHold));
    expect(preview).toMatchObject({
      failure: null,
      beside: [{ beforeText: 'Active', afterText: 'On Hold' }],
    });
    const [done, sendingMs] = await timed(() =>
      runAction(context, { ...onHold, idempotencyKey: uuidv7(), seen: preview.seen, agreed: [] }),
    );
    expect(done).toMatchObject({ state: 'done', readBack: 'same' });

    const results = (await Promise.all(ends)).flatMap(([answers]: string[][][]) => answers ?? []);
    const seconds = (performance.now() - started) / 1000;
    const times = server.asked.map(({ at }) => at).sort((one, other) => one - other);
    const most = Math.max(...times.map((at) => inWindow(times, at)));
    if (full) console.info({ calls: results.length, seconds, most, previewMs, sendingMs });

    expect(most).toBeLessThanOrEqual(limit.requests);
    expect(results).toEqual(Array.from({ length: processes * callsEach }, () => 'ok'));
    const notes = server.asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(new Set(notes).size).toBe(processes * callsEach);
    expect(notes).toHaveLength(processes * callsEach);
    expect(Math.max(previewMs, sendingMs)).toBeLessThan(2_000);
  },
  full ? 400_000 : 90_000,
);

/** What Enerflo says: of the install and its statuses in the documented form, of anything else that it is done. */
function answerTo({ method, path, body }: Asked): Json {
  if (path === '/api/v3/install-statuses') return { results: statuses };
  if (path !== `/api/v3/installs/${install.id}`) return { success: true };
  if (method === 'PUT')
    install.status_id = z.object({ status_id: z.int() }).parse(JSON.parse(body)).status_id;
  return { ...install, status_name: statuses.find(({ id }) => id === install.status_id)?.name ?? null };
}

/** What came of it, and after how many milliseconds. */
async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now();
  return [await work(), performance.now() - from];
}

/** How many of these arrived in the window that ends at a time. */
function inWindow(times: readonly number[], end: number): number {
  return times.filter((at) => at <= end && at > end - limit.seconds * 1000).length;
}
