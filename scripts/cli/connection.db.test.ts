import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectionSecretContext } from '#lib/connections/connection-secrets.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { createIngestContext } from '#lib/ingest/ingest-context.ts';
import { receiveWebhook } from '#lib/ingest/receive-webhook.ts';
import { arrivalOf, basic } from '#lib/ingest/testing/test-ingest.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';

const secretKey = '0'.repeat(64);
const box = openSecretBox(secretKey);
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

async function run(args: string[], { input = '', key = secretKey } = {}) {
  const child = spawn(process.execPath, ['scripts/cli/main.ts', 'connection', ...args], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      SECRET_KEY: key,
      PUBLIC_URL: 'https://heliograph.example.com',
    },
  });
  child.stdin.end(input);
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, errors };
}

async function status(path: string, headers: Record<string, string> = {}): Promise<number> {
  const context = createIngestContext(database.db, box, 300);
  return (await receiveWebhook(arrivalOf({ path, headers }, `{"event":"x"}`), context)).status;
}

const pathOf = (url: string) => new URL(url.trim()).pathname.slice('/api/webhooks/'.length);

test('an account is added, rotated, switched off and on; addresses are printed once, alone', async () => {
  const made = await run(['create', 'enerflo', 'Enerflo East']);
  expect(made).toMatchObject({ code: 0, errors: expect.stringContaining('not shown again') });
  expect(made.out).toMatch(/^https:\/\/heliograph\.example\.com\/api\/webhooks\/enerflo\/[0-9a-f]{40}\n$/);
  expect(await status(pathOf(made.out))).toBe(202);

  const rotated = await run(['rotate', 'Enerflo East', '--keep', '1h']);
  expect(rotated.errors).toContain('1 hour');
  expect([await status(pathOf(made.out)), await status(pathOf(rotated.out))]).toEqual([202, 202]);

  const { id } = await database.db.connection.findFirstOrThrow();
  expect(await run(['disable', id.slice(-8)])).toMatchObject({
    code: 0,
    out: expect.stringContaining('is off'),
  });
  expect(await status(pathOf(rotated.out))).toBe(401);
  const listed = await run(['list']);
  expect(listed.out).toMatch(new RegExp(`^${id}  enerflo  production  switched off +Enerflo East\n$`));
  await run(['enable', id]);
  expect(await status(pathOf(rotated.out))).toBe(202);
  const audit = await database.db.auditEntry.findMany({ orderBy: { at: 'asc' } });
  expect(audit.map(({ action, actorName }) => `${action} ${actorName}`)).toEqual([
    'connection.create cli',
    'credential.create cli',
    'connection.change cli',
    'connection.change cli',
  ]);
});

test('of a Sunnova account the password alone is printed, and it works with its user name', async () => {
  const made = await run(['create', 'sunnova', 'Test', '--environment', 'sandbox', '--username', 'snv-test']);
  expect(made.errors).toContain('user name snv-test');
  const authorization = basic('snv-test', made.out.trim());
  expect(await status('sunnova/lead-status', { authorization })).toBe(202);
  const taken = await run(['create', 'sunnova', 'Other', '--username', 'snv-test']);
  expect(taken).toMatchObject({ code: 2, errors: expect.stringContaining('belongs to another address') });
});

test('an API key comes from standard input, is sealed, and is repeated nowhere', async () => {
  await run(['create', 'crm', 'Our CRM']);
  const set = await run(['key', 'Our CRM'], { input: 'made-up-crm-api-key\n' });
  expect(set).toMatchObject({ code: 0, out: 'The crm.api-key of “Our CRM” is set.\n' });
  expect(set.out + set.errors).not.toContain('made-up-crm');
  const { connectionId, sealed } = await database.db.connectionSecret.findFirstOrThrow();
  expect(box.open(sealed, connectionSecretContext(connectionId, 'crm.api-key'))).toBe('made-up-crm-api-key');
  expect(await run(['key', 'Our CRM', '--remove'])).toMatchObject({ code: 0 });
  expect(await database.db.connectionSecret.count()).toBe(0);
});

test('what is wrong is told, and makes nothing', async () => {
  const before = await database.db.auditEntry.count();
  const wrong: [string[], string][] = [
    [[], 'Say what to do'],
    [['create', 'hubspot', 'X'], 'must be one of enerflo'],
    [['create', 'crm'], 'Give the account a name'],
    [['create', 'crm', 'Two', 'words'], 'quote'],
    [['create', 'crm', 'X', '--environment', 'live'], 'production or sandbox'],
    [['create', 'sunnova', 'X', '--username', 'a:b'], 'without spaces or colons'],
    [['rotate', 'Enerflo East', '--keep', 'ever'], '--keep must be'],
    [['rotate', 'Enerflo East', '--kind', 'header'], 'asks for no header'],
    [['rotate', 'nobody'], 'no account “nobody”'],
    [['key', 'Test'], 'have no API key'],
    [['key', 'Enerflo East'], 'standard input'],
  ];
  const said = await Promise.all(wrong.map(([args]) => run(args)));
  for (const [index, [, words]] of wrong.entries()) {
    expect(said[index]).toMatchObject({ code: 2, errors: expect.stringContaining(words) });
  }
  const otherKey = await run(['rotate', 'Enerflo East'], { key: 'f'.repeat(64) });
  expect(otherKey).toMatchObject({ errors: expect.stringContaining('is not the key this database') });
  expect(otherKey.code).not.toBe(0);
  expect(await database.db.auditEntry.count()).toBe(before);
});
