import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { systemActor } from '#lib/audit/audit.ts';
import { createApiToken } from '#lib/auth/api-token.ts';
import { type Role, roles } from '#lib/auth/roles.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { parseSettings } from '#lib/env.ts';
import { createIngestContext } from '#lib/ingest/ingest-context.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { GET } from '../../app/api/metrics/route.ts';

const secretKey = 'ab'.repeat(32);
const metricsToken = 'metrics-token-of-a-test';

let database: TestDatabase;
const tokens = new Map<Role, string>();

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
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
beforeEach(() => withSettings({ METRICS_TOKEN: metricsToken }));
afterAll(() => database.close());

function withSettings(more: Record<string, string>): void {
  globalThis.heliographEnv = parseSettings({
    DATABASE_URL: database.url,
    SECRET_KEY: secretKey,
    LOG_LEVEL: 'silent',
    ...more,
  });
}

function ask(token: string | null): Promise<Response> {
  const headers: HeadersInit = token === null ? {} : { authorization: `Bearer ${token}` };
  return GET(new Request('http://localhost:3000/api/metrics', { headers }), { params: Promise.resolve({}) });
}

/** Who gets which status: without a credential, by each role, by the token for numbers and one like it. */
async function statuses() {
  const asked: [string, string | null][] = [
    ['nobody', null],
    ...roles.map((role): [string, string | null] => [role, tokens.get(role) ?? '']),
    ['the token', metricsToken],
    ['another token', metricsToken.replace(/.$/, 'T')],
    ['no token', ''],
  ];
  const answers = await Promise.all(asked.map(async ([who, token]) => [who, (await ask(token)).status]));
  return Object.fromEntries(answers);
}

const byRole = { nobody: 401, viewer: 403, operator: 403, editor: 403, admin: 200 };

test('the numbers are for admins and for the token, for nobody else', async () => {
  expect(await statuses()).toEqual({ ...byRole, 'the token': 200, 'another token': 401, 'no token': 401 });
});

test('where no token is set, no token is the right one', async () => {
  withSettings({});
  expect(await statuses()).toEqual({ ...byRole, 'the token': 401, 'another token': 401, 'no token': 401 });
});

test('they are Prometheus’ numbers, the same for the token and for an admin', async () => {
  for (const token of [metricsToken, tokens.get('admin') ?? '']) {
    const response = await ask(token);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('heliograph_waiting{what="events"} 0');
  }
});
