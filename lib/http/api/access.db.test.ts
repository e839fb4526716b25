import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { traverseContractProcedures } from '@orpc/server';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { systemActor } from '#lib/audit/audit.ts';
import { createApiToken } from '#lib/auth/api-token.ts';
import { ownHeaders } from '#lib/auth/request-source.ts';
import { allows, type Role, roles } from '#lib/auth/roles.ts';
import { sessionCookie } from '#lib/auth/session-cookie.ts';
import { startSession } from '#lib/auth/sessions.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { parseSettings } from '#lib/env.ts';
import { createIngestContext } from '#lib/ingest/ingest-context.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { answerApi } from './answer-api.ts';
import { apiContract } from './contract.ts';

type Address = { name: string; method: string; path: string; role: Role | null };

let database: TestDatabase;
const tokens = new Map<Role, string>();
const secretKey = 'ab'.repeat(32);
/** An id that nothing has. */
const nowhere = '01890000-0000-7000-8000-000000000000';

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  globalThis.heliographEnv = parseSettings({
    DATABASE_URL: database.url,
    SECRET_KEY: secretKey,
    LOG_LEVEL: 'silent',
  });
  const box = openSecretBox(secretKey);
  const ingest = createIngestContext(database.db, box, 300);
  globalThis.heliographServices = { ...database, box, ingest, stopping: new AbortController() };
  for (const role of roles) {
    const made = await database.db.$transaction((tx) =>
      createApiToken(tx, { name: role, role }, systemActor('test')),
    );
    tokens.set(role, made.token);
  }
});
afterAll(() => database.close());

const addresses: Address[] = [];
traverseContractProcedures({ router: apiContract, path: [] }, ({ contract, path: name }) => {
  const { route, meta } = contract['~orpc'];
  addresses.push({
    name: name.join('.'),
    method: route.method ?? '?',
    path: route.path ?? '?',
    role: meta.role,
  });
});

function ask({ method, path: template }: Address, token: string | null): Promise<Response> {
  const url = `http://localhost:3000/api${template.replace(/\{[^}]+\}/g, nowhere)}`;
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  return answerApi(new Request(url, { method, headers, body: method === 'GET' ? undefined : '{}' }));
}

test('every address of the API declares its role', () => {
  expect(addresses.length).toBeGreaterThan(15);
  expect(addresses.filter((address) => address.role === null)).toEqual([]);
});

test('role by address, every cell: below the role 403, from it on never 401 or 403, signed out always 401', async () => {
  const wrong: string[] = [];
  for (const address of addresses) {
    if ((await ask(address, null)).status !== 401) wrong.push(`${address.name} lets strangers in`);
    for (const role of roles) {
      const { status } = await ask(address, tokens.get(role) ?? '');
      const may = address.role !== null && allows(role, address.role);
      if (may ? status === 401 || status === 403 || status >= 500 : status !== 403) {
        wrong.push(`${address.name} answers ${status} to ${role}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('a text or a time that the database cannot hold is the fault of the request, and said so', async () => {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${tokens.get('admin') ?? ''}`,
  };
  const asked = (path: string) => answerApi(new Request(`http://localhost:3000/api${path}`, { headers }));
  for (const path of [
    '/events?q=a%00b',
    '/events?address=%00',
    '/events?from=0000-01-01T00:00:00Z',
    '/events/count?q=%00abc',
    '/cases?q=ab%00cd',
    '/cases?requestedFrom=0000-01-01',
    '/audit?q=%00',
    '/audit?from=0000-01-01T00:00:00Z',
  ]) {
    const response = await asked(path);
    expect([path, response.status, (await response.json()).code]).toEqual([path, 422, 'INVALID']);
  }
  const body = JSON.stringify({ name: 'a\0b', role: 'viewer', expiresAt: null });
  const made = await answerApi(
    new Request('http://localhost:3000/api/tokens', { method: 'POST', headers, body }),
  );
  expect(made.status).toBe(422);
});

test('every route handler outside the contract goes through a door that declares its role', () => {
  // Theirs are tested beside them: of the numbers in lib/http/metrics.db.test.ts.
  const ownDoors = ['[...rest]/route.ts', 'webhooks/[...address]/route.ts', 'metrics/route.ts'];
  const handlers = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
    (name) => path.basename(name) === 'route.ts',
  );
  expect(handlers.length).toBeGreaterThan(8);
  const undeclared = handlers.filter((name) => {
    if (ownDoors.some((door) => name.endsWith(door))) return false;
    return !/\broute(<[^>]+(\[[^\]]*\])?>)?\(\s*'(public|viewer|operator|editor|admin)'/.test(
      readFileSync(path.join('app', name), 'utf8'),
    );
  });
  expect(undeclared).toEqual([]);
});

test('role by route outside the contract, every cell: downloads, streams and the like', async () => {
  const wrong: string[] = [];
  let routes = 0;
  for (const file of readdirSync('app/api', { recursive: true, encoding: 'utf8' })) {
    if (path.basename(file) !== 'route.ts') continue;
    const role = /\broute(?:<.+?>)?\(\s*'(\w+)'/.exec(readFileSync(path.join('app/api', file), 'utf8'))?.[1];
    const needed = roles.find((each) => each === role);
    if (!needed) continue;
    const handlers: Record<string, RouteHandler> = await import(path.resolve('app/api', file));
    for (const [method, handler] of Object.entries(handlers)) {
      routes++;
      if ((await askRoute(handler, method, file, null)).status !== 401)
        wrong.push(`${file} lets strangers in`);
      for (const role of roles) {
        const { status, body } = await askRoute(handler, method, file, tokens.get(role) ?? '');
        await body?.cancel();
        if (allows(role, needed) ? status === 401 || status === 403 || status >= 500 : status !== 403) {
          wrong.push(`${method} ${file} answers ${status} to ${role}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(routes).toBeGreaterThan(7);
});

type RouteHandler = (
  request: Request,
  given: { params: Promise<Record<string, string>> },
) => Promise<Response>;

function askRoute(
  handler: RouteHandler,
  method: string,
  file: string,
  token: string | null,
): Promise<Response> {
  const names = [...file.matchAll(/\[(\w+)\]/g)].map((match) => match[1] ?? '');
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const request = new Request(`http://localhost:3000/api/${path.dirname(file)}`, {
    method,
    headers,
    body: method === 'GET' ? undefined : '{}',
  });
  return handler(request, {
    params: Promise.resolve(Object.fromEntries(names.map((name) => [name, nowhere]))),
  });
}

test('every page is behind sign-in, or one of those before it', () => {
  const pages = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
    (name) => path.basename(name) === 'page.tsx',
  );
  const open = pages.filter((name) => !name.startsWith('(console)'));
  expect(open.sort()).toEqual([
    '(auth)/choose-password/page.tsx',
    '(auth)/first-run/page.tsx',
    '(auth)/sign-in/page.tsx',
    'page.tsx',
  ]);
  expect(readFileSync('app/(console)/layout.tsx', 'utf8')).toContain('await requireUser()');
});

test('every page of the console declares its role', () => {
  const pages = readdirSync('app/(console)', { recursive: true, encoding: 'utf8' }).filter(
    (name) => path.basename(name) === 'page.tsx',
  );
  expect(pages.length).toBeGreaterThan(7);
  const undeclared = pages.filter(
    (name) =>
      !/\bawait requireRole\('(viewer|operator|editor|admin)'\)/.test(
        readFileSync(path.join('app/(console)', name), 'utf8'),
      ),
  );
  expect(undeclared).toEqual([]);
});

/** A request with a body of so many MB, and how many of its bytes were asked for. */
function large(megabytes: number, token: string | null) {
  let left = megabytes * 1024 * 1024;
  const total = left;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const size = Math.min(left, 64 * 1024);
        left -= size;
        if (size > 0) controller.enqueue(new Uint8Array(size).fill(32));
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const init: RequestInit & { duplex: 'half' } = { method: 'PUT', headers, body, duplex: 'half' };
  const request = new Request('http://localhost:3000/api/settings/outbound-allow', init);
  return { request, asked: () => total - left };
}

test('what a stranger sends is not read, and nobody makes the process hold more than 1 MB', async () => {
  const stranger = large(400, null);
  expect((await answerApi(stranger.request)).status).toBe(401);
  expect(stranger.asked()).toBe(0);

  const admin = large(400, tokens.get('admin') ?? '');
  const response = await answerApi(admin.request);
  expect(response.status).toBe(413);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status: 413, code: 'TOO_LARGE' });
  expect(admin.asked()).toBeLessThan(1.5 * 1024 * 1024);
  expect((await answerApi(large(1.1, tokens.get('admin') ?? '').request)).status).toBe(413);
});

test('a change through the API is audited with the address it came from', async () => {
  const response = await answerApi(
    new Request('http://localhost:3000/api/settings/outbound-allow', {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${tokens.get('admin')}`,
        'x-request-id': 'try-2',
        [ownHeaders.address]: '203.0.113.7',
      },
      body: JSON.stringify({ addresses: ['10.0.0.0/8'] }),
    }),
  );
  expect(response.status).toBe(200);
  const entry = await database.db.auditEntry.findFirst({ where: { requestId: 'try-2' } });
  expect(entry).toMatchObject({ action: 'setting.change', address: '203.0.113.7' });
});

test('an error is problem JSON with the id of the request', async () => {
  const response = await answerApi(
    new Request('http://localhost:3000/api/events?limit=many', {
      headers: { authorization: `Bearer ${tokens.get('viewer')}`, 'x-request-id': 'try-1' },
    }),
  );
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({
    status: 400,
    code: 'INVALID',
    requestId: 'try-1',
    fields: [{ field: 'limit' }],
  });
});

test('an admin whose browser was left open gives nobody a way round the password and the code', async () => {
  const id = uuidv7();
  const person = { id, email: 'own@example.com', name: 'Own', role: 'admin', passwordHash: 'none' };
  await database.db.user.create({ data: person });
  const source = { address: null, userAgent: null, requestId: null };
  const session = await database.db.$transaction((tx) =>
    startSession(tx, { kind: 'user', id, name: 'Own', role: 'admin' }, source),
  );
  const origin = 'http://localhost:3000';
  const headers = {
    cookie: `${sessionCookie(origin).name}=${session}`,
    'content-type': 'application/json',
    origin,
  };
  for (const path of [`/people/${id}/link`, `/people/${id}/second-factor/off`]) {
    const response = await answerApi(
      new Request(`${origin}/api${path}`, { method: 'POST', headers, body: '{}' }),
    );
    expect(response.status, path).toBe(409);
    expect((await response.json()).detail).toContain('My settings');
  }
});
