import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { openEnerfloAccount } from './open-enerflo-account.ts';
import { addEnerfloAccount } from './testing/add-enerflo-account.ts';
import { type AnsweringServer, startAnsweringServer } from './testing/answering-server.ts';
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
/** Called with the number of requests so far. */
let onRequest: (count: number) => void = () => {};

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  server = await startAnsweringServer(({ at }) => {
    onRequest(server.asked.length);
    const left =
      limit.requests -
      inWindow(
        server.asked.map((asked) => asked.at),
        at,
      );
    const headers = { 'x-ratelimit-remaining': String(Math.max(0, left)) };
    return left < 0
      ? { status: 429, text: 'Too many requests.', headers }
      : { json: { success: true }, headers };
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
    const form = performance.now();
    const account = await openEnerfloAccount(access, connectionId);
    for (const method of ['GET', 'PUT', 'GET'] as const) {
      const result = await account.call({ method, path: '/api/v3/installs/67890' }, { share: 'people' });
      expect(result.ok).toBe(true);
    }
    const formMs = performance.now() - form;

    const results = (await Promise.all(ends)).flatMap(([answers]: string[][][]) => answers ?? []);
    const seconds = (performance.now() - started) / 1000;
    const times = server.asked.map(({ at }) => at).sort((one, other) => one - other);
    const most = Math.max(...times.map((at) => inWindow(times, at)));
    if (full) console.info({ calls: results.length, seconds, most, formMs });

    expect(most).toBeLessThanOrEqual(limit.requests);
    expect(results).toEqual(Array.from({ length: processes * callsEach }, () => 'ok'));
    const notes = server.asked.filter(({ body }) => body !== '').map(({ body }) => body);
    expect(new Set(notes).size).toBe(processes * callsEach);
    expect(notes).toHaveLength(processes * callsEach);
    expect(formMs).toBeLessThan(2_000);
  },
  full ? 400_000 : 90_000,
);

/** How many of these arrived in the window that ends at a time. */
function inWindow(times: readonly number[], end: number): number {
  return times.filter((at) => at <= end && at > end - limit.seconds * 1000).length;
}
