import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor } from '#lib/audit/audit.ts';
import { parseSettings } from '#lib/env.ts';
import { createIngestContext } from '#lib/ingest/ingest-context.ts';
import { basic, openTestIngest, type TestIngest } from '#lib/ingest/testing/test-ingest.ts';
import { addAddress } from './add-address.ts';
import { setAllowList, setDemand } from './change-address.ts';
import { renameConnection, setConnectionEnabled } from './change-connection.ts';
import type { ConnectionChange } from './connection-change.ts';
import {
  connectionSecretContext,
  removeConnectionSecret,
  setConnectionSecret,
} from './connection-secrets.ts';
import { createConnection, type NewConnection } from './create-connection.ts';
import { getConnection } from './get-connection.ts';
import { listConnections } from './list-connections.ts';
import { endCredential, rotateCredential } from './rotate-credential.ts';

let ingest: TestIngest;
let change: ConnectionChange;
const ada: Actor = { kind: 'user', id: '01890000-0000-7000-8000-0000000000ad', name: 'Ada', role: 'admin' };
beforeAll(async () => {
  globalThis.heliographEnv = parseSettings({ PUBLIC_URL: 'https://heliograph.example.com' });
  ingest = await openTestIngest(inject('postgres'));
  change = { db: ingest.database.db, box: ingest.box, actor: ada, requestId: 'try-1' };
});
afterAll(async () => {
  globalThis.heliographEnv = undefined;
  await ingest.close();
});

let count = 0;
const make = (more: Partial<NewConnection> = {}) =>
  createConnection(change, { source: 'enerflo', environment: 'sandbox', name: `Trial ${++count}`, ...more });

/** What a sender is answered by a process that just started. */
async function status(url: string, headers: Record<string, string> = {}, from?: string): Promise<number> {
  const context = createIngestContext(ingest.database.db, ingest.box, 300);
  const path = new URL(url).pathname.slice('/api/webhooks/'.length);
  return (await ingest.send({ path, headers, from }, `{"event":"x","at":${++count}}`, context)).status;
}

const passTime = () =>
  ingest.database.pool.query(
    'UPDATE endpoint_credential SET valid_until = now() WHERE valid_until IS NOT NULL',
  );

test('a new account takes webhooks at the address it was given, and its key is shown nowhere again', async () => {
  const { connection, secret } = await make({ name: 'East' });
  expect(secret.url).toBe(`https://heliograph.example.com/api/webhooks/enerflo/${secret.value}`);
  expect(await status(secret.url)).toBe(202);
  const seen = await getConnection(ingest.database.db, connection.id);
  expect(seen).toEqual(connection);
  expect(seen.addresses).toMatchObject([{ url: 'https://heliograph.example.com/api/webhooks/enerflo/••••' }]);
  expect(seen.publicUrlWarnings).toEqual([]);
  await expect(make({ name: 'East' })).rejects.toMatchObject({
    code: 'CONFLICT',
    fields: [{ field: 'name' }],
  });
  await expect(make({ name: 'East', environment: 'production' })).resolves.toBeDefined();
});

test('a Sunnova account has a user name and a password; no two have the same user name', async () => {
  const { connection, secret } = await make({ source: 'sunnova', username: 'sunnova-east' });
  expect(secret).toMatchObject({ kind: 'password', username: 'sunnova-east' });
  expect(
    await status(`${secret.url}/lead-status`, { authorization: basic('sunnova-east', secret.value) }),
  ).toBe(202);
  const taken = { code: 'CONFLICT', message: expect.stringContaining('belongs to another address') };
  await expect(make({ source: 'sunnova', username: 'sunnova-east' })).rejects.toMatchObject(taken);
  await expect(addAddress(change, { id: connection.id, username: 'sunnova-east' })).rejects.toMatchObject(
    taken,
  );
  const named = (await make({ source: 'sunnova' })).secret.username;
  expect(named).toMatch(/^sunnova-[0-9a-f]{8}$/);
});

test('rotating: the old and the new key are valid side by side, then the new one alone', async () => {
  const { connection, secret: old } = await make();
  const rotated = await rotateCredential(change, { id: old.addressId, kind: 'key', keep: '1d' });
  expect([await status(old.url), await status(rotated.secret.url)]).toEqual([202, 202]);
  const [newest, before] = rotated.connection.addresses[0]?.credentials ?? [];
  expect(newest?.validUntil).toBeNull();
  const hours = (Date.parse(before?.validUntil ?? '') - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(23.9);
  expect(hours).toBeLessThan(24.1);
  await passTime();
  expect([await status(old.url), await status(rotated.secret.url)]).toEqual([401, 202]);
  expect((await getConnection(change.db, connection.id)).addresses[0]?.credentials).toHaveLength(1);
});

test('an old key that is kept until it is ended, is ended; one that ends soon is not given longer', async () => {
  const { secret: first } = await make();
  const at = { id: first.addressId, kind: 'key' } as const;
  const kept = await rotateCredential(change, { ...at, keep: 'until-ended' });
  const old = kept.connection.addresses[0]?.credentials.at(-1);
  expect(old?.validUntil).toBeNull();
  await endCredential(change, { id: old?.id ?? '' });
  expect([await status(first.url), await status(kept.secret.url)]).toEqual([401, 202]);
  await expect(endCredential(change, { id: old?.id ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' });

  await rotateCredential(change, { ...at, keep: '1h' });
  const again = await rotateCredential(change, { ...at, keep: '7d' });
  const [, middle, oldest] = again.connection.addresses[0]?.credentials ?? [];
  expect(Date.parse(oldest?.validUntil ?? '')).toBeLessThan(Date.parse(middle?.validUntil ?? ''));
});

test('two who rotate at once both get a key that works', async () => {
  const { secret } = await make();
  const rotate = () => rotateCredential(change, { id: secret.addressId, kind: 'key', keep: 'until-ended' });
  const made = await Promise.all([rotate(), rotate(), rotate()]);
  expect(await Promise.all(made.map(({ secret: { url } }) => status(url)))).toEqual([202, 202, 202]);
});

test('the allow list lets its blocks in and keeps the rest as refused', async () => {
  const { connection, secret } = await make();
  const changed = await setAllowList(change, {
    id: secret.addressId,
    allowList: ['203.0.113.0/24', '203.0.113.0/24', '2001:db8::7'],
  });
  expect(changed.addresses[0]?.allowList).toEqual(['203.0.113.0/24', '2001:db8::7']);
  expect(await status(secret.url, {}, '203.0.113.9')).toBe(202);
  expect(await status(secret.url, {}, '198.51.100.1')).toBe(403);
  const refusal = await change.db.refusal.findFirst({ where: { connectionId: connection.id } });
  expect(refusal).toMatchObject({ reason: 'address-not-allowed', status: 403 });
});

test('switched off, an account takes nothing in, and what came waits among the refused requests', async () => {
  const { connection, secret } = await make();
  const off = await setConnectionEnabled(change, { id: connection.id, enabled: false });
  expect(off.disabledAt).not.toBeNull();
  const refused = await change.db.refusal.count();
  expect(await status(secret.url)).toBe(401);
  expect(await change.db.refusal.count()).toBe(refused + 1);
  await setConnectionEnabled(change, { id: connection.id, enabled: true });
  expect(await status(secret.url)).toBe(202);
});

test('a header or Basic credentials can be asked for besides the key, made here or given', async () => {
  const { secret } = await make();
  const id = secret.addressId;
  const made = await setDemand(change, { id, demand: { kind: 'header', name: 'X-Relay' } });
  expect(made.secret).toMatchObject({ kind: 'header', headerName: 'X-Relay' });
  expect(await status(secret.url)).toBe(401);
  expect(await status(secret.url, { 'x-relay': made.secret?.value ?? '' })).toBe(202);
  const next = await rotateCredential(change, { id, kind: 'header', keep: '1h' });
  expect(await status(secret.url, { 'x-relay': made.secret?.value ?? '' })).toBe(202);
  expect(await status(secret.url, { 'x-relay': next.secret.value })).toBe(202);

  const value = 'a value of the relay';
  const given = await setDemand(change, { id, demand: { kind: 'header', name: 'X-Relay', value } });
  expect(given.secret).toBeNull();
  expect(await status(secret.url, { 'x-relay': next.secret.value })).toBe(401);
  expect(await status(secret.url, { 'x-relay': value })).toBe(202);

  const asked = await setDemand(change, { id, demand: { kind: 'basic', username: 'relay-east' } });
  const authorization = basic('relay-east', asked.secret?.value ?? '');
  expect([await status(secret.url), await status(secret.url, { authorization })]).toEqual([401, 202]);
  // A sender that goes on sending the header too tells its value to nobody.
  expect(await status(secret.url, { 'x-relay': value })).toBe(401);
  await setDemand(change, { id, demand: { kind: 'nothing' } });
  expect(await status(secret.url, { 'x-relay': value })).toBe(202);
  const endpointId = id;
  const { db } = change;
  const kept = [
    await db.event.findMany({ where: { endpointId }, select: { headers: true } }),
    await db.refusal.findMany({ where: { endpointId }, select: { headers: true } }),
  ].flat();
  expect(kept.filter(({ headers }) => JSON.stringify(headers).includes('x-relay')).length).toBeGreaterThan(4);
  expect(JSON.stringify(kept)).not.toContain(value);
  await expect(rotateCredential(change, { id, kind: 'header', keep: '1h' })).rejects.toMatchObject({
    code: 'INVALID',
  });
});

test('Sunnova can be asked for nothing but Basic', async () => {
  const { secret } = await make({ source: 'sunnova' });
  const asked = setDemand(change, { id: secret.addressId, demand: { kind: 'nothing' } });
  await expect(asked).rejects.toMatchObject({ code: 'INVALID' });
});

test('an API key is sealed for its row; answers say when and by whom, never what', async () => {
  const { connection } = await make();
  const input = { id: connection.id, kind: 'enerflo.api-key', value: 'sk-made-up-0001' } as const;
  const set = await setConnectionSecret(change, input);
  expect(set.secrets).toEqual([
    { kind: 'enerflo.api-key', label: 'Enerflo API key', setAt: expect.any(String), setBy: 'Ada' },
  ]);
  const row = await change.db.connectionSecret.findFirstOrThrow({ where: { connectionId: connection.id } });
  expect(change.box.open(row.sealed, connectionSecretContext(connection.id, input.kind))).toBe(input.value);
  expect(() => change.box.open(row.sealed, connectionSecretContext(connection.id, 'crm.api-key'))).toThrow();
  await expect(setConnectionSecret(change, { ...input, kind: 'crm.api-key' })).rejects.toMatchObject({
    code: 'INVALID',
  });
  const removed = await removeConnectionSecret(change, input);
  expect(removed.secrets).toMatchObject([{ setAt: null, setBy: null }]);
  await expect(removeConnectionSecret(change, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('an account says which types it sent and when, and which never', async () => {
  const { connection } = await make();
  const at = new Date('2026-03-04T05:06:07.000Z');
  const lastEventId = '01890000-0000-7000-8000-0000000000e1';
  const heard = { connectionId: connection.id, firstAt: at, lastAt: at, lastEventId };
  await change.db.heardType.createMany({
    data: [
      { ...heard, type: 'enerflo.v1.new_customer' },
      { ...heard, type: 'enerflo.v9.unheard_of' },
    ],
  });
  const seen = await getConnection(change.db, connection.id);
  const row = (type: string) => seen.heard.find((each) => each.type === type);
  expect(row('enerflo.v1.new_customer')).toMatchObject({
    lastAt: at.toISOString(),
    guideStage: 'guide step 1.2',
  });
  expect(row('enerflo.v1.update_install')?.lastAt).toBeNull();
  expect(seen.heard.at(-1)).toMatchObject({ type: 'enerflo.v9.unheard_of', lastEventId });
  expect(seen.lastHeardAt).toBe(at.toISOString());
  const item = (await listConnections(change.db)).find(({ id }) => id === connection.id);
  expect(item).toMatchObject({ name: connection.name, lastHeardAt: at.toISOString() });
});

test('a rename is refused where another account has the name', async () => {
  const one = await make({ name: 'North' });
  await make({ name: 'South' });
  const rename = (name: string) => renameConnection(change, { id: one.connection.id, name });
  await expect(rename('South')).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await rename('West')).name).toBe('West');
  await expect(renameConnection(change, { id: ada.id ?? '', name: 'X' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('every change is in the audit log; no secret is there, nor in any answer or row after it was made', async () => {
  const { connection, secret } = await make({ source: 'crm' });
  const demand = { kind: 'header', name: 'x-crm', value: 'planted-header-value' } as const;
  const answers: unknown[] = [
    await setDemand(change, { id: secret.addressId, demand }),
    await setConnectionSecret(change, {
      id: connection.id,
      kind: 'crm.api-key',
      value: 'planted-api-key-value',
    }),
    await getConnection(change.db, connection.id),
    await listConnections(change.db),
  ];
  const { rows } = await ingest.database.pool.query(
    `SELECT jsonb_agg(to_jsonb(a)) AS audit,
      (SELECT jsonb_agg(to_jsonb(c)) FROM endpoint_credential c) AS credentials,
      (SELECT jsonb_agg(to_jsonb(s)) FROM connection_secret s) AS secrets,
      (SELECT jsonb_agg(to_jsonb(e)) FROM endpoint e) AS endpoints
     FROM audit_entry a`,
  );
  const told = JSON.stringify([answers, rows]);
  for (const planted of [secret.value, demand.value, 'planted-api-key-value']) {
    expect(told).not.toContain(planted);
    expect(told).not.toContain(Buffer.from(planted).toString('hex'));
    expect(told).not.toContain(planted.slice(0, 12));
  }
  const audit = await change.db.auditEntry.findMany({
    where: { subjectId: { in: [connection.id, secret.addressId] } },
    orderBy: { id: 'asc' },
  });
  expect(audit.map(({ action, actorName, requestId }) => [action, actorName, requestId])).toEqual([
    ['connection.create', 'Ada', 'try-1'],
    ['endpoint.change', 'Ada', 'try-1'],
    ['connection.secret', 'Ada', 'try-1'],
  ]);
});
