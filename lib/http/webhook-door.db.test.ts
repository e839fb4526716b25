import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parseSettings } from '#lib/env.ts';
import { bodyLimit, bodyLimits, strangerKept } from '#lib/ingest/limits.ts';
import { enerfloKey, keptBytes, openTestIngest, type TestIngest } from '#lib/ingest/testing/test-ingest.ts';
import { answerWebhook, isWebhookPath, webhookRoute } from './webhook-door.ts';

let ingest: TestIngest;
const answers: Promise<void>[] = [];
const server = createServer((request, response) => {
  answers.push(answerWebhook(request, response, 'request-7'));
});
let address = '';
beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
  globalThis.heliographEnv = parseSettings({ TRUST_PROXY: '1' });
  globalThis.heliographServices = {
    ...ingest.database,
    box: ingest.box,
    ingest: ingest.context,
    stopping: new AbortController(),
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  globalThis.heliographServices = undefined;
  globalThis.heliographEnv = undefined;
  await ingest.close();
});

let number = 0;
const body = () => JSON.stringify({ event: 'ping', payload: { at: ++number } });
const doors: [string, (path: string, init: RequestInit) => Promise<Response>][] = [
  ['the door of server.ts', (path, init) => fetch(`${address}/${path}`, init)],
  ['the door of Next.js', (path, init) => webhookRoute(new Request(`${address}/${path}`, init))],
];

describe.each(doors)('%s', (_title, send) => {
  test('takes a webhook in, with its bytes, query, headers and sender', async () => {
    const sent = body();
    const headers = {
      'content-type': 'application/json',
      'x-forwarded-for': '1.2.3.4, 203.0.113.7',
      'x-extra': 'Ä',
    };
    const answer = await send(`enerflo/${enerfloKey}?event=a?b&c=d`, { method: 'POST', body: sent, headers });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('content-type')).toBe('application/json');
    const said = await answer.json();
    expect(said).toEqual({ id: expect.any(String), status: 'accepted' });
    const event = await ingest.event(said.id);
    expect(event).toMatchObject({
      query: 'event=a?b&c=d',
      remoteAddress: '203.0.113.7',
      contentType: 'application/json',
    });
    expect(event.headers).toMatchObject({ 'x-extra': 'Ä' });
    expect(await keptBytes(ingest, said.id)).toEqual(Buffer.from(sent));
  });

  test('answers errors as problems, with the id of the request', async () => {
    const wrong = await send('enerflo/not-a-key-of-ours', {
      method: 'POST',
      body: '{}',
      headers: { 'x-request-id': 'request-7' },
    });
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('content-type')).toBe('application/problem+json');
    expect(await wrong.json()).toMatchObject({ status: 401, requestId: 'request-7' });
    const get = await send(`enerflo/${enerfloKey}`, { method: 'GET' });
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await send('hubspot/x', { method: 'POST', body: '{}' })).status).toBe(404);
  });

  test('takes an empty body and a body of exactly 5 MB', async () => {
    const empty = await (await send(`enerflo/${enerfloKey}`, { method: 'POST' })).json();
    expect(empty).toMatchObject({ status: 'refused' });
    const start = `{"at":${++number},"filler":"`;
    const whole = `${start}${'x'.repeat(bodyLimit - start.length - 2)}"}`;
    const said = await (await send(`enerflo/${enerfloKey}`, { method: 'POST', body: whole })).json();
    expect((await keptBytes(ingest, said.id))?.equals(Buffer.from(whole))).toBe(true);
  });

  test('answers 413 to far too much, and keeps its beginning', async () => {
    const answer = await send(`enerflo/${enerfloKey}`, { method: 'POST', body: 'x'.repeat(4 * bodyLimit) });
    expect(answer.status).toBe(413);
    const { id } = await answer.json();
    expect((await keptBytes(ingest, id))?.length).toBe(64 * 1024);
  });
});

describe('a request in pieces', () => {
  test('is put together, also without a length announced', async () => {
    const sent = body();
    const request = httpRequest(`${address}/enerflo/${enerfloKey}`, { method: 'POST' });
    const answered = once(request, 'response');
    for (const letter of sent) request.write(letter);
    request.end();
    const [response] = await answered;
    const chunks = await response.toArray();
    const { id } = JSON.parse(Buffer.concat(chunks).toString());
    expect(await keptBytes(ingest, id)).toEqual(Buffer.from(sent));
  });

  test('of which the rest never comes is no event', async () => {
    const before = await ingest.database.db.event.count();
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const arrived = once(server, 'request');
    socket.write(
      `POST /api/webhooks/enerflo/${enerfloKey} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"a":1}`,
    );
    await arrived;
    socket.destroy();
    await answers.at(-1);
    expect(await ingest.database.db.event.count()).toBe(before);
  });
});

describe('what is held in memory', () => {
  const announced = (path: string, method = 'POST') =>
    `${method} /api/webhooks/${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 4000000\r\n\r\n`;
  const large = Buffer.alloc(4_000_000, 'x');

  /** All that comes back on a connection until it ends. */
  async function talk(head: string, body: Buffer): Promise<string> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(head);
    socket.write(body);
    return Buffer.concat(await socket.toArray()).toString();
  }

  test('nothing of a body that nobody asked for', async () => {
    expect(await talk(announced('hubspot/x'), large)).toMatch(/^HTTP\/1.1 404 [\s\S]*connection: close/i);
    expect(await talk(announced(`enerflo/${enerfloKey}`, 'PUT'), large)).toMatch(
      /^HTTP\/1.1 405 [\s\S]*connection: close/i,
    );
  });

  test('of a stranger no more than is kept; the rest is counted', async () => {
    const { held } = bodyLimits.stranger;
    const others = ingest.context.heldBytes.open();
    others.take(held - strangerKept, held);
    const answer = await fetch(`${address}/enerflo/not-a-key-of-ours`, { method: 'POST', body: large });
    others.release();
    expect(answer.status).toBe(401);
    const { id } = await answer.json();
    const refusal = await ingest.database.db.refusal.findUniqueOrThrow({ where: { id } });
    expect([refusal.bytes.length, refusal.byteSize]).toEqual([strangerKept, large.length]);
  });

  test.each([
    ['a stranger', 'not-a-key-of-ours', bodyLimits.stranger.held, 401],
    ['a sender', enerfloKey, bodyLimits.sender.held, 202],
  ])(
    '%s is told to come again while there is no room, and all room is given back',
    async (_who, key, held, then) => {
      const others = ingest.context.heldBytes.open();
      expect(others.take(held - 1, held)).toBe(true);
      const send = () => fetch(`${address}/enerflo/${key}`, { method: 'POST', body: body() });
      const answer = await send();
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      others.release();
      expect((await send()).status).toBe(then);
      expect(others.take(bodyLimits.sender.held, bodyLimits.sender.held)).toBe(true);
      others.release();
    },
  );
});

test('isWebhookPath knows its addresses', () => {
  expect(isWebhookPath('/api/webhooks/enerflo/x')).toBe(true);
  expect(isWebhookPath('/api/webhooks-of-others')).toBe(false);
  expect(isWebhookPath('/events')).toBe(false);
});
