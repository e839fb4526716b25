import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { afterAll, afterEach, expect, test } from 'vitest';
import { parseAllowList } from './address-rules.ts';
import type { Resolve } from './guarded-agent.ts';
import { closeOutbound, type OutboundRequest, sendRequest } from './outbound-request.ts';

const servers: (Server | TcpServer)[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  }
});
afterAll(() => closeOutbound());

type Seen = { method?: string; url?: string; headers: IncomingMessage['headers']; body: string };

async function listen(server: Server | TcpServer): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A server that remembers what it was sent, in full. */
async function destination(answer: (response: ServerResponse, seen: Seen) => void) {
  const seen: Seen[] = [];
  const port = await listen(
    createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const one = { method: request.method, url: request.url, headers: request.headers, body };
      seen.push(one);
      answer(response, one);
    }),
  );
  return { port, seen, url: `http://127.0.0.1:${port}/contacts` };
}

const anyLoopback = parseAllowList(['127.0.0.0/8']);
const post = (url: string, more: Partial<OutboundRequest> = {}) =>
  sendRequest({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
    timeoutMs: 5_000,
    allow: anyLoopback,
    ...more,
  });

test('an answer is told with its status, headers and body, whatever the status', async () => {
  const { url, seen } = await destination((response, { url: path }) =>
    response.writeHead(path?.endsWith('bad') ? 400 : 201, { 'x-id': '7' }).end('made'),
  );
  const made = await post(url);
  expect(made).toMatchObject({
    ok: true,
    status: 201,
    body: 'made',
    bodyTruncated: false,
    headers: { 'x-id': '7' },
  });
  expect(await post(`${url}?bad`)).toMatchObject({ ok: true, status: 400 });
  expect(seen[0]).toMatchObject({
    method: 'POST',
    body: '{"a":1}',
    headers: { 'content-type': 'application/json' },
  });
});

test('private addresses are refused before anything is written, in every spelling', async () => {
  const { port, seen } = await destination((response) => response.end());
  const spellings = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    'localhost',
    '127.0.0.1.',
    '[::ffff:127.0.0.1]',
    '[::1]',
  ];
  for (const host of spellings) {
    const result = await post(`http://${host}:${port}/`, {
      allow: parseAllowList([`127.0.0.1:${port + 1}`]),
    });
    expect([host, result]).toEqual([
      host,
      expect.objectContaining({ code: 'ADDRESS_BLOCKED', arrived: 'no' }),
    ]);
  }
  expect(seen).toEqual([]);
});

test('an allowed host and port is reached by that name and by its address, and another port is not', async () => {
  const { port } = await destination((response) => response.end());
  const allow = parseAllowList([`127.0.0.1:${port}`]);
  const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  expect(await post(`http://crm.test:${port}/`, { allow, resolve })).toMatchObject({ ok: true });
  expect(await post(`http://127.0.0.1:${port}/`, { allow })).toMatchObject({ ok: true });
});

test('one private address among public ones is enough to refuse a name', async () => {
  const resolve: Resolve = async () => [
    { address: '8.8.8.8', family: 4 },
    { address: '10.0.0.7', family: 4 },
  ];
  expect(await post('http://mixed.test/', { resolve })).toMatchObject({
    code: 'ADDRESS_BLOCKED',
    arrived: 'no',
  });
});

test('a name whose address changes after the check is dialled at the checked address', async () => {
  const inside = await destination((response) => response.end('inside'));
  let asked = 0;
  // The first answer may be reached; from the second on, the name points elsewhere.
  const resolve: Resolve = async () => [{ address: asked++ === 0 ? '127.0.0.2' : '127.0.0.1', family: 4 }];
  const allow = parseAllowList(['127.0.0.2']);
  const first = await post(`http://moving.test:${inside.port}/`, { resolve, allow });
  expect(first).toMatchObject({ code: 'REFUSED', arrived: 'no' });
  expect(asked).toBe(1);
  expect(await post(`http://moving.test:${inside.port}/`, { resolve, allow })).toMatchObject({
    code: 'ADDRESS_BLOCKED',
  });
  expect(inside.seen).toEqual([]);
});

test('a kept connection made under one allow list does not serve a request under another', async () => {
  const { url, seen } = await destination((response) => response.end());
  expect(await post(url)).toMatchObject({ ok: true });
  expect(await post(url, { allow: parseAllowList([]) })).toMatchObject({ code: 'ADDRESS_BLOCKED' });
  expect(seen).toHaveLength(1);
});

test('what certainly did not arrive is told from what may have', async () => {
  const closed = await destination((response) => response.end());
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(await post(closed.url)).toMatchObject({ code: 'REFUSED', arrived: 'no' });

  const unknown: Resolve = async () =>
    Promise.reject(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }));
  expect(await post('http://nowhere.test/', { resolve: unknown })).toMatchObject({
    code: 'DNS',
    arrived: 'no',
  });

  const plain = await listen(createTcpServer((socket) => socket.on('error', () => {}).end('not TLS')));
  expect(await post(`https://127.0.0.1:${plain}/`)).toMatchObject({ code: 'TLS', arrived: 'no' });

  const slow: Resolve = () => new Promise(() => {});
  expect(await post('http://slow.test/', { resolve: slow, timeoutMs: 50 })).toMatchObject({
    code: 'CONNECT_TIMEOUT',
    arrived: 'no',
  });

  const cutting = await destination((response) => response.destroy());
  expect(await post(cutting.url)).toMatchObject({ code: 'CUT', arrived: 'maybe' });
  expect(cutting.seen).toHaveLength(1);

  const silent = await destination(() => {});
  expect(await post(silent.url, { timeoutMs: 200 })).toMatchObject({ code: 'TIMEOUT', arrived: 'maybe' });

  const babbling = await listen(
    createTcpServer((socket) => socket.on('error', () => {}).once('data', () => socket.end('hello\r\n\r\n'))),
  );
  expect(await post(`http://127.0.0.1:${babbling}/`)).toMatchObject({ code: 'UNREADABLE', arrived: 'maybe' });
});

test('a request given up while its connection is made is never written', async () => {
  const { port, seen } = await destination((response) => response.end());
  let go: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const resolve: Resolve = async () => {
    await held;
    return [{ address: '127.0.0.1', family: 4 }];
  };
  expect(await post(`http://held.test:${port}/`, { resolve, timeoutMs: 50 })).toMatchObject({
    arrived: 'no',
  });
  go();
  // A second request over the same agent comes after the first in its queue.
  expect(await post(`http://held.test:${port}/second`, { resolve })).toMatchObject({ ok: true });
  expect(seen.map((one) => one.url)).toEqual(['/second']);
});

test('an answer cut in its body still counts with its status', async () => {
  const { url } = await destination((response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('half', () => response.destroy());
  });
  expect(await post(url)).toMatchObject({ ok: true, status: 200, body: 'half', bodyTruncated: true });
});

test('of a long answer the first 64 KB are kept, and an endless one is not waited for', async () => {
  const long = await destination((response) => response.end('x'.repeat(200_000)));
  const kept = await post(long.url);
  expect(kept).toMatchObject({ ok: true, bodyTruncated: true });
  expect(kept.ok && kept.body.length).toBe(64 * 1024);
  const endless = await destination((response) => {
    const more = () => {
      while (!response.destroyed && response.write('y'.repeat(65_536)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  expect(await post(endless.url)).toMatchObject({ ok: true, status: 200, bodyTruncated: true });
});

test('who needs the whole of a long answer gets it, and of a longer one as much as was asked for', async () => {
  const megabyte = 'é'.repeat(512 * 1024);
  const { url } = await destination((response) => response.end(megabyte.repeat(4)));
  const whole = await post(url, { mostBytes: 8 * 1024 * 1024 });
  expect(whole).toMatchObject({ ok: true, bodyTruncated: false });
  expect(whole.ok && whole.body === megabyte.repeat(4)).toBe(true);
  const part = await post(url, { mostBytes: 2 * 1024 * 1024 });
  expect(part).toMatchObject({ ok: true, bodyTruncated: true });
  expect(part.ok && part.body === megabyte.repeat(2)).toBe(true);
});

test('307 keeps method and body and drops credentials at another origin; 302 is not followed for a write', async () => {
  const far = await destination((response) => response.end('far'));
  const headers = { authorization: 'Bearer for-the-first-only', 'x-api-key': 'k', 'idempotency-key': 'i' };
  const near = await destination((response, { url }) => {
    if (url === '/far') response.writeHead(307, { location: `http://127.0.0.1:${far.port}/x` }).end();
    else if (url === '/near') response.writeHead(308, { location: '/end' }).end();
    else if (url === '/found') response.writeHead(302, { location: '/end' }).end();
    else response.end('near');
  });
  const at = (path: string) => `http://127.0.0.1:${near.port}${path}`;
  expect(await post(at('/far'), { headers })).toMatchObject({ ok: true, body: 'far' });
  expect(far.seen[0]).toMatchObject({ method: 'POST', body: '{"a":1}', headers: { 'idempotency-key': 'i' } });
  expect(far.seen[0]?.headers).not.toHaveProperty('authorization');
  expect(far.seen[0]?.headers).not.toHaveProperty('x-api-key');
  expect(await post(at('/near'), { headers })).toMatchObject({ ok: true, body: 'near' });
  expect(near.seen.at(-1)).toMatchObject({
    url: '/end',
    headers: { authorization: 'Bearer for-the-first-only' },
  });
  expect(await post(at('/found'))).toMatchObject({ ok: true, status: 302 });
  expect(await post(at('/found'), { method: 'GET', body: null })).toMatchObject({
    ok: true,
    status: 200,
    body: 'near',
  });
});

test('redirects end after three, and do not lead where the first address could not', async () => {
  const round = await destination((response) => response.writeHead(307, { location: '/again' }).end());
  expect(await post(round.url)).toMatchObject({ code: 'REDIRECT_REFUSED', arrived: 'no' });
  expect(round.seen).toHaveLength(4);
  const inside = await destination((response) => response.end());
  const sneaky = await destination((response) => response.writeHead(307, { location: inside.url }).end());
  const allow = parseAllowList([`127.0.0.1:${sneaky.port}`]);
  expect(await post(sneaky.url, { allow })).toMatchObject({ code: 'ADDRESS_BLOCKED', arrived: 'no' });
  expect(inside.seen).toEqual([]);
  const odd = await destination((response) =>
    response.writeHead(307, { location: 'file:///etc/passwd' }).end(),
  );
  expect(await post(odd.url)).toMatchObject({ code: 'REDIRECT_REFUSED', arrived: 'no' });
});

test('headers cannot start other headers, and those of the connection cannot be set', async () => {
  const { url, seen } = await destination((response) => response.end());
  const wrong: Record<string, string>[] = [
    { 'x-a': 'b\r\nx-injected: 1' },
    { 'x-a\r\nx-b': '1' },
    { Host: 'other' },
    { 'Transfer-Encoding': 'chunked' },
    { x: 'ä' },
  ];
  for (const headers of wrong)
    expect(await post(url, { headers })).toMatchObject({ code: 'HEADER_REFUSED', arrived: 'no' });
  for (const bad of ['ftp://127.0.0.1/', 'http://u:p@127.0.0.1/', 'contacts', 'javascript:1']) {
    expect(await post(bad)).toMatchObject({ code: 'URL_REFUSED', arrived: 'no' });
  }
  expect(seen).toEqual([]);
});
