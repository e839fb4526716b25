import { afterAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { systemActor } from '#lib/audit/audit.ts';
import { addAddress } from '#lib/connections/add-address.ts';
import { rotateCredential } from '#lib/connections/rotate-credential.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { parseSettings } from '#lib/env.ts';
import { createIngestContext } from '#lib/ingest/ingest-context.ts';
import { receiveWebhook } from '#lib/ingest/receive-webhook.ts';
import { arrivalOf, basic } from '#lib/ingest/testing/test-ingest.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { seedConnections } from './seed-connections.ts';

const box = openSecretBox('6'.repeat(64));
const databases: TestDatabase[] = [];
let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase(inject('postgres'));
  databases.push(database);
});
afterAll(async () => {
  for (const each of databases) await each.close();
});

const seed = (settings: Record<string, string>) => seedConnections(database.db, parseSettings(settings), box);
const all = {
  ENERFLO_WEBHOOK_KEY: 'made-up-enerflo-key',
  CRM_WEBHOOK_KEY: 'made-up-crm-key-1234',
  SUNNOVA_WEBHOOK_USER: 'made-up-user',
  SUNNOVA_WEBHOOK_PASSWORD: 'made-up-password',
};

async function status(path: string, headers: Record<string, string> = {}): Promise<number> {
  const context = createIngestContext(database.db, box, 300);
  return (await receiveWebhook(arrivalOf({ path, headers }, '{"event":"x"}'), context)).status;
}

describe('the first accounts', () => {
  test('are there also without credentials, and then nobody can send', async () => {
    await seed({});
    const connections = await database.db.connection.findMany({ orderBy: { source: 'asc' } });
    expect(connections.map(({ source, environment }) => `${source} ${environment}`)).toEqual([
      'crm production',
      'enerflo production',
      'sunnova production',
    ]);
    expect(await database.db.endpoint.count()).toBe(0);
    expect(await status('enerflo/')).toBe(401);
  });

  test('take webhooks with the credentials of the settings', async () => {
    await seed(all);
    expect(await status('enerflo/made-up-enerflo-key')).toBe(202);
    expect(await status('crm/made-up-crm-key-1234')).toBe(202);
    expect(
      await status('sunnova/lead-status', { authorization: basic('made-up-user', 'made-up-password') }),
    ).toBe(202);
    const stored = JSON.stringify(await database.db.endpointCredential.findMany());
    for (const secret of ['made-up-enerflo-key', 'made-up-password']) expect(stored).not.toContain(secret);
  });

  test('are made once, by ten processes that start at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => seed(all)));
    expect(await database.db.connection.count()).toBe(3);
    expect(await database.db.endpoint.count()).toBe(3);
    expect(await database.db.endpointCredential.count()).toBe(3);
  });
});

describe('a credential that changed in the settings', () => {
  test('counts at once, and the one before for a day', async () => {
    await seed(all);
    await seed({ ...all, ENERFLO_WEBHOOK_KEY: 'another-made-up-key' });
    expect(await status('enerflo/another-made-up-key')).toBe(202);
    expect(await status('enerflo/made-up-enerflo-key')).toBe(202);
    const ending = await database.db.endpointCredential.findMany({ where: { validUntil: { not: null } } });
    expect(ending).toHaveLength(1);
    const hours = ((ending[0]?.validUntil?.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThan(24.1);
  });

  test('and changed back stays', async () => {
    await seed(all);
    await seed({ ...all, ENERFLO_WEBHOOK_KEY: 'another-made-up-key' });
    await seed(all);
    await database.db.endpointCredential.updateMany({
      where: { validUntil: { not: null } },
      data: { validUntil: new Date(0) },
    });
    expect(await status('enerflo/made-up-enerflo-key')).toBe(202);
    expect(await status('enerflo/another-made-up-key')).toBe(401);
  });

  test('a new Sunnova user name counts at once, and the pair before for a day, also changed back', async () => {
    const pair = (user: string, password: string) =>
      status('sunnova', { authorization: basic(user, password) });
    await seed(all);
    const other = { SUNNOVA_WEBHOOK_USER: 'another-user', SUNNOVA_WEBHOOK_PASSWORD: 'another-password' };
    for (const [settings, ending] of [
      [{ ...all, ...other }, 'made-up'],
      [all, 'another'],
    ] as const) {
      await seed(settings);
      await seed(settings);
      expect(await pair('another-user', 'another-password')).toBe(202);
      expect(await pair('made-up-user', 'made-up-password')).toBe(202);
      expect(await pair('another-user', 'made-up-password')).toBe(401);
      expect(await pair('made-up-user', 'another-password')).toBe(401);
      const open = await database.db.endpointCredential.findMany({
        where: { kind: 'password', validUntil: null, endpoint: { username: `${ending}-user` } },
      });
      expect(open).toEqual([]);
    }
    expect(await database.db.endpoint.count({ where: { kind: 'sunnova' } })).toBe(2);
    await database.pool.query(
      'UPDATE endpoint_credential SET valid_until = now() WHERE valid_until IS NOT NULL',
    );
    expect(await pair('another-user', 'another-password')).toBe(401);
    expect(await pair('made-up-user', 'made-up-password')).toBe(202);
  });

  test('ends by the clock of the database, not by ours', async () => {
    await seed(all);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 3_600_000 });
    try {
      await seed({ ...all, ENERFLO_WEBHOOK_KEY: 'another-made-up-key' });
    } finally {
      vi.useRealTimers();
    }
    const { rows } = await database.pool.query(
      "SELECT 1 FROM endpoint_credential WHERE valid_until <= now() + interval '1 day'",
    );
    expect(rows).toHaveLength(1);
  });

  test('leaves the user name that a person asked of an Enerflo address', async () => {
    await seed(all);
    const where = { kind: 'enerflo' };
    await database.db.endpoint.updateMany({ where, data: { username: 'extra-user' } });
    await seed(all);
    expect(await database.db.endpoint.findMany({ where })).toMatchObject([{ username: 'extra-user' }]);
  });

  test('leaves a key that a person made in place of it, and the end that they gave it', async () => {
    await seed(all);
    const change = { db: database.db, box, actor: systemActor('test') };
    const { id } = await database.db.endpoint.findFirstOrThrow({ where: { kind: 'enerflo' } });
    const { secret } = await rotateCredential(change, { id, kind: 'key', keep: '1h' });
    await database.pool.query(
      'UPDATE endpoint_credential SET valid_until = now() WHERE valid_until IS NOT NULL',
    );
    await seed(all);
    expect(await status('enerflo/made-up-enerflo-key')).toBe(401);
    expect(await status(`enerflo/${secret.value}`)).toBe(202);
    await seed({ ...all, ENERFLO_WEBHOOK_KEY: 'another-made-up-key' });
    expect(await status(`enerflo/${secret.value}`)).toBe(202);
    const open = { where: { endpointId: id, validUntil: null } };
    expect(await database.db.endpointCredential.count(open)).toBe(2);
  });

  test('that comes only later leaves the address that a person made', async () => {
    await seed({});
    const change = { db: database.db, box, actor: systemActor('test') };
    const { id } = await database.db.connection.findFirstOrThrow({ where: { source: 'crm' } });
    const { secret } = await addAddress(change, { id });
    await seed(all);
    expect(await status('crm/made-up-crm-key-1234')).toBe(202);
    expect(await database.db.endpointCredential.count({ where: { validUntil: { not: null } } })).toBe(0);
    expect(await status(`crm/${secret.value}`)).toBe(202);
  });

  test('leaves alone what people made: other accounts, other addresses', async () => {
    await seed(all);
    await database.db.connection.create({
      data: {
        id: '01890000-0000-7000-8000-00000000000a',
        source: 'enerflo',
        environment: 'sandbox',
        name: 'Trial',
      },
    });
    await seed({});
    expect(await database.db.connection.count()).toBe(4);
    expect(await status('enerflo/made-up-enerflo-key')).toBe(202);
  });
});
