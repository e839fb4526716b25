import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor } from '#lib/audit/audit.ts';
import type { Source } from '#lib/catalog/event-type.ts';
import { eventTypes } from '#lib/catalog/registry.ts';
import { parseSettings } from '#lib/env.ts';
import { getEvent } from '#lib/events/get-event.ts';
import { listEvents } from '#lib/events/list-events.ts';
import { projectHeardTypes } from '#lib/events/project-heard-types.ts';
import { matchFlows } from '#lib/flows/match-flows.ts';
import { answerWebhook } from '#lib/http/webhook-door.ts';
import { makeTestToken, testHeader } from '#lib/ingest/test-token.ts';
import {
  basic,
  openTestIngest,
  sunnovaPassword,
  sunnovaUser,
  type TestIngest,
} from '#lib/ingest/testing/test-ingest.ts';
import { setAllowList, setDemand } from './change-address.ts';
import { setConnectionEnabled } from './change-connection.ts';
import { firstSteps } from './first-steps.ts';
import { ownOrigin } from './own-origin.ts';
import { sendTest, type TestContext } from './send-test.ts';

let ingest: TestIngest;
let context: TestContext;
const server = createServer((request, response) => void answerWebhook(request, response, 'request-9'));
const ada: Actor = { kind: 'user', id: '01890000-0000-7000-8000-0000000000ad', name: 'Ada', role: 'admin' };

beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
  globalThis.heliographEnv = parseSettings({});
  globalThis.heliographServices = {
    ...ingest.database,
    box: ingest.box,
    ingest: ingest.context,
    stopping: new AbortController(),
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { db } = ingest.database;
  context = { db, box: ingest.box, actor: ada, directory: ingest.context.directory, origin };
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  globalThis.heliographServices = undefined;
  globalThis.heliographEnv = undefined;
  await ingest.close();
});

const send = (source: Source, type: string) => sendTest(context, { id: ingest.connections[source], type });
const warning = 'A test that Ada sent from this console: it changes no record and starts no flow.';

test('a test goes through the real door, is marked as one, and leaves no credential', async () => {
  expect(await firstSteps(context.db)).toEqual({ connected: false, heard: false, flow: false });
  const answer = await send('enerflo', 'enerflo.v1.new_customer');
  expect(answer).toMatchObject({ status: 202, said: 'accepted', accepted: true });
  const event = await ingest.event(answer.id ?? '');
  expect(event).toMatchObject({
    type: 'enerflo.v1.new_customer',
    known: true,
    complete: false,
    recordKey: null,
    remoteAddress: '127.0.0.1',
  });
  expect(event.warnings).toEqual(expect.arrayContaining([warning]));
  expect(event.headers).toMatchObject({ [testHeader]: '•••' });
  expect(await context.db.endpointCredential.count()).toBe(3);
  expect(await context.db.auditEntry.findFirst({ where: { action: 'connection.test' } })).toMatchObject({
    after: { type: 'enerflo.v1.new_customer', status: 202, eventId: answer.id },
  });
  expect(await firstSteps(context.db)).toMatchObject({ connected: true, heard: true });
});

test('the log shows it as a test, and the account is not heard by it', async () => {
  const { id } = await send('enerflo', 'enerflo.v1.new_customer');
  const event = await ingest.event(id ?? '');
  await context.db.$transaction((tx) => projectHeardTypes(tx, [event]));
  expect(await context.db.heardType.count()).toBe(0);
  const real = await ingest.enerflo({ webhook_event: 'new_customer', id: 7001, first_name: 'Rita' });
  const came = await ingest.event(real.id);
  await context.db.$transaction((tx) => projectHeardTypes(tx, [event, came]));
  expect(await context.db.heardType.findMany()).toMatchObject([{ lastEventId: real.id }]);
  const { items } = await listEvents(context.db, { limit: 2 }, { personal: true });
  expect(items.map((item) => [item.id, item.test])).toEqual([
    [real.id, false],
    [id, true],
  ]);
  expect(await getEvent(context.db, id ?? '')).toMatchObject({ test: true, complete: false });
});

test('sent twice, it is two events: neither is a copy', async () => {
  const [one, other] = [
    await send('enerflo', 'enerflo.v2.deal.created'),
    await send('enerflo', 'enerflo.v2.deal.created'),
  ];
  expect([one.said, other.said]).toEqual(['accepted', 'accepted']);
  expect(one.id).not.toBe(other.id);
});

test.each(
  eventTypes.filter(({ samples }) => samples.length > 0).map(({ name, source }) => ({ name, source })),
)(
  'a test of $name is recognised as what it is, and is no event to a record or a flow',
  async ({ name, source }) => {
    const { id } = await send(source, name);
    const event = await ingest.event(id ?? '');
    expect(event).toMatchObject({ type: name, known: true, complete: false });
    const steps = await ingest.database.db.$transaction((tx) => matchFlows(tx, [event]));
    expect(steps.size).toBe(0);
  },
);

test('a CRM, whose events nobody knows before, is sent a made-up one', async () => {
  const { id } = await send('crm', 'crm.contact.updated');
  expect(await ingest.event(id ?? '')).toMatchObject({ type: 'crm.contact.updated', complete: false });
});

test('what the address demands is shown, and an allow list does not shut this console out', async () => {
  const change = { ...context };
  const id = ingest.endpoints.crm;
  await setAllowList(change, { id, allowList: ['203.0.113.0/24'] });
  for (const demand of [
    { kind: 'header', name: 'X-Relay' },
    { kind: 'basic', username: 'relay' },
    { kind: 'nothing' },
  ] as const) {
    await setDemand(change, { id, demand });
    expect(await send('crm', 'crm.ping')).toMatchObject({ status: 202 });
  }
  expect(await context.db.endpointCredential.count({ where: { validUntil: null } })).toBe(3);
});

test('only a token of ours, for this address and of this minute, makes a test of a webhook', async () => {
  const token = makeTestToken(ingest.box, { endpointId: ingest.endpoints.sunnova, by: 'Ada' });
  const stolen = makeTestToken(ingest.box, { endpointId: ingest.endpoints.enerflo, by: 'Ada' });
  const [text = '', mac = ''] = token.split('.');
  const forged = `${Buffer.from(text, 'base64url').toString().replace('Ada', 'Eve')}`;
  const clock = globalThis.heliographClockOffset;
  globalThis.heliographClockOffset = -70_000;
  const old = makeTestToken(ingest.box, { endpointId: ingest.endpoints.sunnova, by: 'Ada' });
  globalThis.heliographClockOffset = clock;
  const body = (n: number) => ({
    Credit_Status: 'Passed',
    lead_person: `a8k2R00000000${n}`,
    Credit_Run_Date: '2026-06-01T19:23:06.000Z',
  });
  const complete = async (value: string, n: number) => {
    const authorization = basic(sunnovaUser, sunnovaPassword);
    const answer = await ingest.sunnova('credit-status', body(n), { authorization, [testHeader]: value });
    return (await ingest.event(answer.id)).complete;
  };
  const wrong = ['', 'yes', '.', text, stolen, old, `${Buffer.from(forged).toString('base64url')}.${mac}`];
  expect(await Promise.all(wrong.map(complete))).toEqual(wrong.map(() => true));
  expect(await complete(token, 99)).toBe(false);
});

test('what cannot be tested is said in words, and nothing is sent', async () => {
  const before = await context.db.event.count();
  await expect(send('enerflo', 'sunnova.lead-status')).rejects.toMatchObject({ code: 'INVALID' });
  await expect(send('enerflo', 'enerflo.v9.nothing')).rejects.toMatchObject({ code: 'INVALID' });
  const id = ingest.connections.enerflo;
  await setConnectionEnabled(context, { id, enabled: false });
  await expect(send('enerflo', 'enerflo.v1.new_customer')).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('switched off'),
  });
  await setConnectionEnabled(context, { id, enabled: true });
  await context.db.endpoint.updateMany({ where: { connectionId: id }, data: { disabledAt: new Date() } });
  await expect(send('enerflo', 'enerflo.v1.new_customer')).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await context.db.event.count()).toBe(before);
});

test('a console that cannot reach its own address says so, and leaves no credential', async () => {
  const answer = await sendTest(
    { ...context, origin: 'http://127.0.0.1:9' },
    { id: ingest.connections.crm, type: 'crm.ping' },
  );
  expect(answer).toMatchObject({ status: 0, accepted: false, id: null });
  expect(await context.db.endpointCredential.count({ where: { validUntil: { gt: new Date() } } })).toBe(0);
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://[::1]:3000'],
  ['fd00::7', 'http://[fd00::7]:3000'],
  ['10.0.0.7', 'http://10.0.0.7:3000'],
])('a process that listens on %s reaches itself', (host, origin) => {
  expect(ownOrigin({ host, port: 3000 })).toBe(origin);
});
