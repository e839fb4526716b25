import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { traverseContractProcedures } from '@orpc/server';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { systemActor } from '#lib/audit/audit.ts';
import { createApiToken } from '#lib/auth/api-token.ts';
import type { Role } from '#lib/auth/roles.ts';
import { routeEvents } from '#lib/delivery/route-events.ts';
import { createFlow } from '#lib/delivery/testing/factory.ts';
import { parseSettings } from '#lib/env.ts';
import { openTestIngest, type TestIngest } from '#lib/ingest/testing/test-ingest.ts';
import { applyWaiting } from '#lib/records/apply-waiting.ts';
import { writeSetting } from '#lib/settings/settings.ts';
import { GET as copyRaw } from '../../../app/api/events/[id]/copies/[copyId]/raw/route.ts';
import { GET as eventRaw } from '../../../app/api/events/[id]/raw/route.ts';
import { GET as eventExport } from '../../../app/api/events/export/route.ts';
import { GET as refusalRaw } from '../../../app/api/refusals/[id]/raw/route.ts';
import { answerApi } from './answer-api.ts';
import { apiContract } from './contract.ts';
import { hidingOf } from './hide-personal.ts';

/** A homeowner whom nobody else is called like, as each place of a request may speak of him. */
const planted = {
  first_name: 'Quillon',
  last_name: 'Featherstonehaugh',
  full_name: 'Quillon Featherstonehaugh',
  email: 'quillon.f@plantedmail.example',
  phone: '(480) 555-0134',
  address: {
    street: '77 Zanzibar Way',
    city: 'Plantedville',
    state: 'AZ',
    zip: '85299',
    latitude: '33.41529',
  },
};
const leak = /quillon|featherstone|plantedmail|555.?0134|zanzibar|plantedville|85299|33\.41529/i;

let ingest: TestIngest;
const tokens = new Map<Role, string>();
/** What stands in the place of `{id}` in the addresses of each domain. */
const ids: Record<string, string> = {};
let query = '';
let copyId = '';

beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
  const { db } = ingest.database;
  globalThis.heliographEnv = parseSettings({
    DATABASE_URL: ingest.database.url,
    SECRET_KEY: 'ab'.repeat(32),
    LOG_LEVEL: 'silent',
  });
  globalThis.heliographServices = {
    ...ingest.database,
    box: ingest.box,
    ingest: ingest.context,
    stopping: new AbortController(),
  };
  for (const role of ['viewer', 'operator'] as const) {
    const made = await db.$transaction((tx) => createApiToken(tx, { name: role, role }, systemActor('test')));
    tokens.set(role, made.token);
  }
  const flow = await createFlow(db, ingest.connections.enerflo, 'http://127.0.0.1:9/x', {
    eventTypes: ['enerflo.v1.update_customer'],
    rows: [{ target: 'who', source: { kind: 'field', path: 'full_name' } }],
  });
  const body = (at: string, more: object = {}) => ({
    webhook_event: 'update_customer',
    id: 91001,
    status: { name: 'Waits for Quillon' },
    anything: 'ask Quillon Featherstonehaugh',
    ...planted,
    ...more,
    timestamps: { updated_at: at },
  });
  const headers = { 'x-homeowner': 'Quillon', 'x-forwarded-for': '203.0.113.9' };
  const first = await ingest.enerflo(body('2026-01-02 10:00:00', { first_name: 'Quillonius' }), headers);
  const second = await ingest.enerflo(body('2026-01-02 11:00:00'), headers);
  const spaced = JSON.stringify(body('2026-01-02 11:00:00'), null, 1);
  await ingest.enerflo(spaced);
  const twice = `{"webhook_event":"update_customer","id":91002,"first_name":"Featherstonehaugh","first_name":"Quillon"}`;
  await ingest.enerflo(twice);
  await ingest.enerflo({ event: 'roof.seen', payload: { by: 'Quillon', call: '4805550134', x: planted } });
  await ingest.crm({ objectId: 5, properties: planted }, {}, 'event=contact.change&who=Quillon');
  await ingest.sunnova('cancellation-case', {
    System_Project: 'a8u4W0000011bdNQAQ',
    CreatedDate: '2026-01-02T10:00:00.000Z',
    Status: 'New',
    Cancellation_Reason: 'Homeowner Moved',
    Cancellation_Description: 'Quillon Featherstonehaugh moved to Plantedville',
    System_Project_Primary_Customer_Name: 'Quillon Featherstonehaugh',
    System_Installation_Address: '77 Zanzibar Way, Plantedville AZ 85299',
  });
  const refused = await ingest.send(
    {
      path: 'enerflo/not-a-key-of-anybody',
      query: 'name=Quillon',
      headers: { ...headers, from: planted.email },
    },
    JSON.stringify(planted),
  );
  await applyWaiting(db, { hooks: { route: routeEvents } });
  const delivery = await db.delivery.findFirstOrThrow({ where: { eventId: second.id } });
  await db.attempt.create({
    data: {
      id: uuidv7(),
      deliveryId: delivery.id,
      number: 1,
      state: 'failed',
      startedAt: new Date(),
      endedAt: new Date(),
      request: {
        method: 'POST',
        url: 'https://crm.example/contacts?email=quillon.f@plantedmail.example',
        headers: { 'x-owner': 'Quillon', 'content-type': 'application/json' },
        bodyTruncated: false,
      },
      requestBody: JSON.stringify(planted),
      responseStatus: 400,
      responseHeaders: { location: '/contacts/Quillon' },
      responseBody: JSON.stringify({ error: 'Quillon is there already' }),
    },
  });
  const record = await db.record.findFirstOrThrow({ where: { kind: 'sunnova.cancellation' } });
  const customer = await db.record.findFirstOrThrow({
    where: { kind: 'enerflo.customer', externalId: '91001' },
  });
  Object.assign(ids, {
    events: second.id,
    records: customer.id,
    other: first.id,
    refusals: refused.id,
    deliveries: delivery.id,
    flows: flow.id,
    cases: record.id,
    connections: ingest.connections.enerflo,
  });
  copyId = (await db.eventCopy.findFirstOrThrow({ where: { eventId: second.id } })).id;
  const connectionId = ingest.connections.enerflo;
  query = new URLSearchParams({
    other: first.id,
    show: 'everything',
    connectionId,
    type: 'enerflo.v1.update_customer',
  }).toString();
});
afterAll(() => ingest.close());

type Address = { name: string[]; method: string; path: string };
const addresses: Address[] = [];
traverseContractProcedures({ router: apiContract, path: [] }, ({ contract, path: name }) => {
  const { route: at, meta } = contract['~orpc'];
  if (meta.role === 'viewer')
    addresses.push({ name: [...name], method: at.method ?? '', path: at.path ?? '' });
});

/** The text of an answer to a role; reads and the preview, which changes nothing. */
async function ask(
  { name, method, path: template }: Address,
  role: Role,
): Promise<{ status: number; text: string }> {
  const filled = template.replace('{id}', ids[name[0] ?? ''] ?? ids.events ?? '').replace('{copyId}', copyId);
  const body = JSON.stringify({
    connectionId: ingest.connections.enerflo,
    type: 'enerflo.v1.update_customer',
    rows: [{ target: 'who', source: { kind: 'field', path: 'full_name' } }],
  });
  const request = new Request(`http://localhost:3000/api${filled}${method === 'GET' ? `?${query}` : ''}`, {
    method,
    headers: { authorization: `Bearer ${tokens.get(role)}`, 'content-type': 'application/json' },
    body: method === 'GET' ? undefined : body,
  });
  const response = await answerApi(request);
  return { status: response.status, text: await response.text() };
}

const reads = addresses.filter(({ method, name }) => method === 'GET' || name.join('.') === 'flows.preview');
/** The list takes no such filter. */
const fits = ({ name }: Address) =>
  !['events.list', 'events.count', 'cases.list', 'cases.count'].includes(name.join('.'));

test('every endpoint that a viewer may call says how personal values are hidden in its answer', () => {
  const forgotten = addresses
    .filter(({ name }) => hidingOf(name) === undefined)
    .map(({ name }) => name.join('.'));
  expect(forgotten).toEqual([]);
});

test('nothing planted is in any answer to a viewer, once an admin hides personal values', async () => {
  await writeSetting(ingest.database.db, 'hidePersonalFromViewers', true);
  const leaks: string[] = [];
  const failed: string[] = [];
  for (const address of reads) {
    const { status, text } = await ask(address, 'viewer');
    const found = leak.exec(text);
    if (found)
      leaks.push(
        `${address.name.join('.')}: …${text.slice(Math.max(0, found.index - 60), found.index + 40)}…`,
      );
    if (status >= 500) failed.push(`${address.name.join('.')}: ${status}`);
  }
  expect(leaks).toEqual([]);
  expect(failed).toEqual([]);
});

test('each event, refusal and delivery is shown without what was planted, and with what was not', async () => {
  const token = `Bearer ${tokens.get('viewer')}`;
  const read = async (at: string) => {
    const response = await answerApi(
      new Request(`http://localhost:3000/api${at}`, { headers: { authorization: token } }),
    );
    return { status: response.status, text: await response.text() };
  };
  const events = await ingest.database.db.event.findMany({ select: { id: true } });
  expect(events).toHaveLength(6);
  for (const { id } of events) {
    for (const at of [`/events/${id}`, `/events/${id}/neighbours`]) {
      const { status, text } = await read(at);
      expect(status).toBe(200);
      expect(leak.exec(text)?.[0]).toBeUndefined();
    }
  }
  const { text } = await read(`/events/${ids.events}`);
  const event = JSON.parse(text);
  expect(event).toMatchObject({
    personalHidden: true,
    about: null,
    recordId: '91001',
    payload: {
      id: 91001,
      first_name: '[name]',
      email: '[email]',
      timestamps: { updated_at: '2026-01-02 11:00:00' },
    },
  });
  expect(event.records[0].fields).toContainEqual(
    expect.objectContaining({ key: 'phone', hidden: true, value: null }),
  );
  const neighbours = JSON.parse((await read(`/events/${ids.events}/neighbours`)).text);
  expect(neighbours.previous.since.fields).toContainEqual(
    expect.objectContaining({ label: 'First name', how: 'changed', hidden: true, one: null, other: null }),
  );
});

test('viewers see everything as long as no admin hides it, and operators always', async () => {
  const seen = async (role: Role) => {
    const texts = await Promise.all(reads.filter(fits).map((address) => ask(address, role)));
    return texts.filter(({ text }) => leak.test(text)).length;
  };
  expect(await seen('operator')).toBeGreaterThan(6);
  await writeSetting(ingest.database.db, 'hidePersonalFromViewers', false);
  expect(await seen('viewer')).toBeGreaterThan(6);
  await writeSetting(ingest.database.db, 'hidePersonalFromViewers', true);
});

test('what fields the data of events have is told to those only who may search in them', async () => {
  const asked = new URLSearchParams({ type: 'enerflo.v1.update_customer', q: 'First_Name = Quillon' });
  const read = (role: Role) =>
    answerApi(
      new Request(`http://localhost:3000/api/events/field-hint?${asked}`, {
        headers: { authorization: `Bearer ${tokens.get(role)}` },
      }),
    );
  const refused = await read('viewer');
  expect([refused.status, leak.test(await refused.text())]).toEqual([403, false]);
  const given = await read('operator');
  expect(await given.json()).toMatchObject({ field: 'missing', meant: [{ path: 'first_name' }] });
});

test('raw data is for those who may see personal values only, and the answer says why', async () => {
  const asking = (role: Role) =>
    new Request('http://localhost:3000/api/raw', {
      headers: { authorization: `Bearer ${tokens.get(role)}` },
    });
  const id = ids.events ?? '';
  const routes = [
    (role: Role) => eventRaw(asking(role), { params: Promise.resolve({ id }) }),
    (role: Role) => copyRaw(asking(role), { params: Promise.resolve({ id, copyId }) }),
    (role: Role) => refusalRaw(asking(role), { params: Promise.resolve({ id: ids.refusals ?? '' }) }),
  ];
  for (const get of routes) {
    const refused = await get('viewer');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('hidden from viewers') });
    const given = await get('operator');
    expect(given.status).toBe(200);
    expect(await given.text()).toContain('Quillon');
  }
});

test('every route of raw bytes asks before it gives them', () => {
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('raw/route.ts') || name.endsWith('raw\\route.ts'),
  );
  expect(files).toHaveLength(3);
  for (const name of files)
    expect(readFileSync(path.join('app/api', name), 'utf8')).toContain('await requirePersonal(');
});

test('an export holds nothing planted for a viewer, and everything for an operator', async () => {
  for (const format of ['csv', 'jsonl']) {
    const exported = async (role: Role) => {
      const url = `http://localhost:3000/api/events/export?format=${format}&payload=yes`;
      const request = new Request(url, { headers: { authorization: `Bearer ${tokens.get(role)}` } });
      const response = await eventExport(request, { params: Promise.resolve({}) });
      expect(response.status).toBe(200);
      return response.text();
    };
    expect(leak.exec(await exported('viewer'))?.[0]).toBeUndefined();
    expect(await exported('operator')).toMatch(leak);
  }
});
