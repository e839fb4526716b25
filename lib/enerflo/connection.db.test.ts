import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import type { EnerfloAccount } from './enerflo-call.ts';
import { openEnerfloAccount } from './open-enerflo-account.ts';
import { addEnerfloAccount } from './testing/add-enerflo-account.ts';

const people = { share: 'people' } as const;
const box = openSecretBox('5'.repeat(64));

/** On which connection each request came, by the caller's port; and how many connections were ever made. */
const asked: { request: string; from: number | undefined }[] = [];
let connections = 0;
const server = createServer((request, response) => {
  asked.push({ request: `${request.method} ${request.url}`, from: request.socket.remotePort });
  request.resume().once('end', () => {
    const isThere = request.url === '/api/v3/authcheck' || request.method === 'POST';
    if (isThere) response.writeHead(200, { 'content-type': 'application/json' }).end('{"success":true}');
    else
      response.writeHead(404, { 'content-type': 'text/html' }).end('<html><title>Not found</title></html>');
  });
});
server.on('connection', () => {
  connections++;
});

let database: TestDatabase;
let account: EnerfloAccount;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  database = await createTestDatabase(inject('postgres'));
  const id = await addEnerfloAccount({ ...database, box }, { url: `http://127.0.0.1:${port}`, key: 'a-key' });
  account = await openEnerfloAccount({ ...database, box }, id);
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(async () => {
  await closeOutbound();
  await new Promise((resolve) => server.close(resolve));
  await database?.close();
});

test('calls one after the other share a connection, whatever was sent and answered', async () => {
  await account.call({ method: 'GET', path: '/api/v3/authcheck' }, people);
  await account.call({ method: 'POST', path: '/api/v3/installs/1/notes', body: { body: 'Hello' } }, people);
  await account.call({ method: 'GET', path: '/api/v3/installs/7' }, people);
  await account.call({ method: 'GET', path: '/api/v3/authcheck' }, people);
  expect(asked.map(({ request }) => request)).toEqual([
    'GET /api/v3/authcheck',
    'POST /api/v3/installs/1/notes',
    'GET /api/v3/installs/7',
    'GET /api/v3/authcheck',
  ]);
  expect(new Set(asked.map(({ from }) => from)).size).toBe(1);
  expect(connections).toBe(1);
});

test('a call has fifteen seconds, unless told otherwise', async () => {
  // Node's own clock of a request, which goes on as ever: what it is set to is looked at, and nothing is waited for.
  const limits = vi.spyOn(AbortSignal, 'timeout');
  try {
    await account.call({ method: 'GET', path: '/api/v3/authcheck' }, people);
    expect(limits.mock.calls).toEqual([[15_000]]);
  } finally {
    limits.mockRestore();
  }
});
