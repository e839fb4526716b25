import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

type Got = { method: string; url: string; authorization: string | undefined; body: string };

let server: Server;
let base: string;
let got: Got[];
let status: number;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    got.push({ method, url, authorization: headers.authorization, body: await text(request) });
    response.writeHead(status).end(JSON.stringify({ id: `id-${got.length}`, status: 'accepted' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  base = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
});
beforeEach(() => {
  got = [];
  status = 202;
});
afterAll(() => server.close());

const settings = {
  NODE_ENV: 'test' as const,
  ENERFLO_WEBHOOK_KEY: 'a-key-for-the-tests',
  SUNNOVA_WEBHOOK_USER: 'sunnova',
  SUNNOVA_WEBHOOK_PASSWORD: 'a password',
};

async function cli(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/cli/main.ts', ...args], {
    env: { PATH: process.env.PATH, ...settings },
  });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, errors };
}

test('sends a sample to the address of its source and prints the id', async () => {
  const { code, out } = await cli(
    'send',
    'enerflo.v1.new_customer',
    '--to',
    base,
    '--set',
    'first_name=Zora',
  );
  expect({ code, out }).toEqual({ code: 0, out: '202 accepted  id-1\n' });
  expect(got[0]).toMatchObject({
    method: 'POST',
    url: '/api/webhooks/enerflo/a-key-for-the-tests?event=new_customer',
  });
  expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({ first_name: 'Zora' });
});

test('sends Sunnova with Basic credentials, and several requests all different', async () => {
  const { code, out } = await cli(
    'send',
    'sunnova.project-block',
    '--to',
    `${base}/`,
    '--count',
    '25',
    '--rate',
    '500',
  );
  expect(code).toBe(0);
  expect(out).toContain('25 × 202 accepted');
  expect(new Set(got.map(({ body }) => body)).size).toBe(25);
  expect(got[0]?.url).toBe('/api/webhooks/sunnova/project-block');
  expect(got[0]?.authorization).toBe(`Basic ${btoa('sunnova:a password')}`);
});

test('sends true copies with --same, and ends with 1 when one was not accepted', async () => {
  status = 503;
  const { code, out } = await cli('send', 'enerflo.v1.new_customer', '--to', base, '--count', '3', '--same');
  expect({ code, lines: out.trim().split('\n').length }).toEqual({ code: 1, lines: 3 });
  expect(new Set(got.map(({ body }) => body)).size).toBe(1);
});

test('helps with a wrong name, a wrong option and no command at all', async () => {
  const wrongName = await cli('send', 'new_customer', '--to', base);
  expect(wrongName).toMatchObject({
    code: 2,
    errors: expect.stringContaining('Did you mean enerflo.v1.new_customer'),
  });
  expect(await cli('send', '--colour')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('--colour'),
  });
  expect(await cli()).toMatchObject({ code: 0, out: expect.stringContaining('send --help') });
  expect(await cli('send', '--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('--set PATH=VALUE'),
  });
  expect(await cli('types', 'project-block')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^sunnova\.project-block /),
  });
});
