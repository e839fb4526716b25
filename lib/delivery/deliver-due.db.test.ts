import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { AppError } from '#lib/errors.ts';
import type { FlowInput } from '#lib/flows/flow.schema.ts';
import { parseAllowList } from '#lib/http/outbound/address-rules.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { getDelivery } from './get-delivery.ts';
import { listDeliveries } from './list-deliveries.ts';
import { releaseAll } from './queue-order.ts';
import type { RoutedEvent } from './route-events.ts';
import { sendAgain } from './send-again.ts';
import { runOn } from './settle-events.ts';
import { skipDelivery } from './skip-delivery.ts';
import {
  createConnection,
  createEvent,
  createFlow,
  outcomeOf,
  route,
  testChanges,
} from './testing/factory.ts';
import { type Answer, startReceiver } from './testing/receiver.ts';
import { deliverAll } from './testing/test-context.ts';

let database: TestDatabase;
let connection: string;
const receivers: { close: () => Promise<void> }[] = [];
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
beforeEach(async () => {
  connection = await createConnection(database.db, 'enerflo');
});
afterEach(async () => {
  await database.db.delivery.updateMany({
    where: { state: { in: ['waiting', 'retrying'] } },
    data: { state: 'skipped' },
  });
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
});
afterAll(async () => {
  await closeOutbound();
  await database.close();
});

async function crm(answer?: Answer) {
  const receiver = await startReceiver(answer);
  receivers.push(receiver);
  return receiver;
}

/** One event on its way to `url`. */
async function sent(url: string, more: Parameters<typeof createFlow>[3] = {}) {
  const flow = await createFlow(database.db, connection, url, more);
  const event = await createEvent(database.db, connection, {
    payload: { n: 7, customer: { name: 'Ada Example' } },
  });
  await route(database.db, event);
  const only = await database.db.delivery.findFirstOrThrow({ where: { eventId: event.id } });
  return { flow, event, id: only.id };
}

const stateOf = async (id: string) => (await getDelivery(database.db, id)).state;
const conflict = expect.objectContaining({ code: 'CONFLICT' });

describe('one delivery', () => {
  test('carries the mapped body, its keys and its credentials, and is recorded without the credentials', async () => {
    const receiver = await crm((response) =>
      response.writeHead(201, { 'x-request-id': 'r1', 'set-cookie': 's=1' }).end('{"id":"c1"}'),
    );
    const { id, event, flow } = await sent(receiver.url, {
      rows: [
        { target: 'contact.name', source: { kind: 'field', path: 'customer.name' } },
        { target: 'contact.phone', source: { kind: 'field', path: 'customer.phone' } },
      ],
      destination: { method: 'PUT', headers: { 'X-Team': 'solar' }, auth: 'bearer', secret: 'planted-token' },
    });
    await deliverAll(database.pool);
    const delivery = await getDelivery(database.db, id);
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]).toMatchObject({ method: 'PUT', body: '{"contact":{"name":"Ada Example"}}' });
    expect(receiver.received[0]?.headers).toMatchObject({
      authorization: 'Bearer planted-token',
      'content-type': 'application/json',
      'heliograph-event': event.id,
      'idempotency-key': delivery.idempotencyKey,
      'user-agent': 'Heliograph',
      'x-team': 'solar',
    });
    expect(delivery).toMatchObject({
      state: 'delivered',
      tries: 1,
      error: null,
      dueAt: null,
      flowName: flow.name,
      flowVersion: 1,
    });
    expect(delivery.settledAt).not.toBeNull();
    expect(delivery.attempts).toHaveLength(1);
    expect(delivery.attempts[0]).toMatchObject({
      state: 'delivered',
      request: {
        method: 'PUT',
        url: receiver.url,
        headers: { Authorization: '•••', 'X-Team': 'solar' },
        bodyTruncated: false,
      },
      requestBody: '{"contact":{"name":"Ada Example"}}',
      responseStatus: 201,
      responseHeaders: { 'x-request-id': 'r1', 'set-cookie': '•••' },
      responseBody: '{"id":"c1"}',
      error: null,
    });
    expect(await outcomeOf(database.db, event.id)).toBe('delivered');
  });

  test('400 fails at once, with the answer kept', async () => {
    const receiver = await crm((response) => response.writeHead(400).end('{"error":"email is missing"}'));
    const { id, event } = await sent(receiver.url);
    await deliverAll(database.pool);
    const delivery = await getDelivery(database.db, id);
    expect(delivery).toMatchObject({ state: 'failed', tries: 1, canSendAgain: true, canSkip: true });
    expect(delivery.error).toEqual({ code: 'STATUS', text: 'The destination answered 400.' });
    expect(delivery.attempts[0]?.responseBody).toBe('{"error":"email is missing"}');
    expect(await outcomeOf(database.db, event.id)).toBe('failed');
  });

  test('500 is tried again with the same key until it is taken', async () => {
    const receiver = await crm((response, _received, count) =>
      response.writeHead(count < 3 ? 500 : 200).end(),
    );
    const { id, event } = await sent(receiver.url);
    await deliverAll(database.pool);
    expect(await getDelivery(database.db, id)).toMatchObject({ state: 'delivered', tries: 3 });
    expect(new Set(receiver.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(await outcomeOf(database.db, event.id)).toBe('delivered');
  });

  test('a schedule that is used up ends in failure, and not before', async () => {
    const receiver = await crm((response) => response.writeHead(503).end());
    const { id, event } = await sent(receiver.url);
    await deliverAll(database.pool, { waits: [0, 0] });
    expect(await getDelivery(database.db, id)).toMatchObject({ state: 'failed', tries: 3 });
    expect(receiver.received).toHaveLength(3);
    expect(await outcomeOf(database.db, event.id)).toBe('failed');
  });

  test('429 waits as long as it was told, and the event says that it is being retried', async () => {
    const receiver = await crm((response) => response.writeHead(429, { 'retry-after': '60' }).end());
    const { id, event } = await sent(receiver.url);
    const next = await deliverAll(database.pool);
    expect(next).toBeGreaterThan(58_000);
    expect(next).toBeLessThan(73_000);
    expect(await getDelivery(database.db, id)).toMatchObject({
      state: 'retrying',
      tries: 1,
      error: { code: 'STATUS' },
    });
    expect(receiver.received).toHaveLength(1);
    expect(await outcomeOf(database.db, event.id)).toBe('failing');
  });

  test('a destination slower than the limit leaves doubt, and nothing is sent a second time', async () => {
    const receiver = await crm(() => {});
    const { id, event } = await sent(receiver.url);
    await deliverAll(database.pool, { timeoutMs: 200 });
    await deliverAll(database.pool);
    const delivery = await getDelivery(database.db, id);
    expect(delivery).toMatchObject({
      state: 'unknown',
      tries: 1,
      error: { code: 'TIMEOUT' },
      settledAt: null,
    });
    expect(delivery.attempts[0]).toMatchObject({ state: 'unknown', responseStatus: null });
    expect(receiver.received).toHaveLength(1);
    expect(await outcomeOf(database.db, event.id)).toBe('unknown');
  });

  test('a connection cut after the request was read leaves doubt; where a repeat does no harm it is sent again', async () => {
    const stored = new Set<unknown>();
    const cutting: Answer = (response, { headers }, count) => {
      stored.add(headers['idempotency-key']);
      if (count === 1) response.destroy();
      else response.end();
    };
    const strict = await crm(cutting);
    const doubtful = await sent(strict.url);
    const lenient = await crm(cutting);
    const repeated = await sent(lenient.url, {
      eventTypes: ['enerflo.v1.new_note'],
      destination: { repeatSafe: true },
    });
    const note = await createEvent(database.db, connection, { type: 'enerflo.v1.new_note' });
    await route(database.db, note);
    await deliverAll(database.pool);
    expect(await stateOf(doubtful.id)).toBe('unknown');
    const noteDelivery = await database.db.delivery.findFirstOrThrow({ where: { eventId: note.id } });
    expect(await getDelivery(database.db, noteDelivery.id)).toMatchObject({
      state: 'delivered',
      tries: 2,
      attempts: [{ state: 'delivered' }, { state: 'unknown', error: { code: 'CUT' } }],
    });
    expect(lenient.received).toHaveLength(2);
    expect(repeated.flow.destination.repeatSafe).toBe(true);
  });

  test('a port that nobody listens on is tried again, because nothing arrived', async () => {
    const receiver = await crm();
    await receiver.close();
    const { id } = await sent(receiver.url);
    await deliverAll(database.pool, { waits: [0, 600] });
    expect(await getDelivery(database.db, id)).toMatchObject({
      state: 'retrying',
      tries: 2,
      error: { code: 'REFUSED' },
    });
  });

  test('a private address fails at once and says so', async () => {
    const receiver = await crm();
    const { id } = await sent(receiver.url);
    const nothing = parseAllowList([]);
    await deliverAll(database.pool, { allow: () => nothing });
    expect(await getDelivery(database.db, id)).toMatchObject({
      state: 'failed',
      error: { code: 'ADDRESS_BLOCKED' },
    });
    expect(receiver.received).toEqual([]);
  });

  test('a credential that cannot be opened fails without anything being sent', async () => {
    const receiver = await crm();
    const { id, flow, event } = await sent(receiver.url, {
      destination: { auth: 'bearer', secret: 'planted-token' },
    });
    await database.db.destination.update({
      where: { id: flow.destination.id },
      data: { secret: new Uint8Array(50) },
    });
    await deliverAll(database.pool);
    expect(await getDelivery(database.db, id)).toMatchObject({
      state: 'failed',
      error: { code: 'SECRET' },
      attempts: [],
    });
    expect(await outcomeOf(database.db, event.id)).toBe('failed');
    expect(receiver.received).toEqual([]);
  });

  test('an answer full of what PostgreSQL cannot hold is recorded all the same', async () => {
    const receiver = await crm((response) => response.end(Buffer.from([0x61, 0, 0xff, 0x62])));
    const { id } = await sent(receiver.url);
    await deliverAll(database.pool);
    const delivery = await getDelivery(database.db, id);
    expect(delivery.state).toBe('delivered');
    expect(delivery.attempts[0]?.responseBody).toBe('a\ufffd\ufffdb');
  });
});

test('no secret of a destination is found in any row, however the other side repeats it', async () => {
  const planted = 'pl4nted "s3cret" word';
  const receiver = await crm((response, { headers }) => {
    const { authorization = '' } = headers;
    const plain = Buffer.from(String(authorization).replace('Basic ', ''), 'base64').toString();
    response.setHeader('x-echo', String(authorization));
    response.setHeader('x-token', 'their-own-secret');
    response
      .writeHead(400)
      .end(JSON.stringify({ authorization, plain, padding: 'x'.repeat(65_300), again: plain }));
  });
  const { id } = await sent(receiver.url, {
    destination: { auth: 'basic', username: 'heliograph', secret: planted },
  });
  await deliverAll(database.pool);
  const [{ headers = {} } = {}] = receiver.received;
  expect(headers.authorization).toBe(`Basic ${Buffer.from(`heliograph:${planted}`).toString('base64')}`);
  const tables = await database.pool.query<{ name: string }>(
    "SELECT table_schema || '.\"' || table_name || '\"' AS name FROM information_schema.tables WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE'",
  );
  const needles = [planted, 'pl4nted', String(headers.authorization).slice(6), 'their-own-secret'];
  for (const { name } of tables.rows) {
    const rows = await database.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    for (const { row } of rows.rows) {
      for (const needle of needles) expect([name, row.includes(needle)]).toEqual([name, false]);
    }
  }
  expect((await getDelivery(database.db, id)).attempts[0]?.responseBody).toContain('•••');
});

describe('by hand', () => {
  test('a failed one is sent again with the same key and a new schedule, and the audit log says who did it', async () => {
    let healthy = false;
    const receiver = await crm((response) => response.writeHead(healthy ? 200 : 500).end());
    const { id, event } = await sent(receiver.url);
    await deliverAll(database.pool, { waits: [0] });
    expect(await stateOf(id)).toBe('failed');
    healthy = true;
    await sendAgain(testChanges(database.db), id);
    expect(await outcomeOf(database.db, event.id)).toBe('sending');
    await deliverAll(database.pool, { waits: [0] });
    expect(await getDelivery(database.db, id)).toMatchObject({ state: 'delivered', tries: 3 });
    expect(new Set(receiver.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    const audit = await database.db.auditEntry.findFirstOrThrow({ where: { subjectId: id } });
    expect(audit).toMatchObject({
      action: 'delivery.resend',
      before: { state: 'failed' },
      after: { state: 'waiting' },
    });
  });

  test('what is on its way or superseded cannot be sent again, and only what failed or is in doubt can be skipped', async () => {
    const receiver = await crm();
    const { id } = await sent(receiver.url);
    await expect(sendAgain(testChanges(database.db), id)).rejects.toEqual(conflict);
    await expect(skipDelivery(testChanges(database.db), id)).rejects.toEqual(conflict);
    await deliverAll(database.pool);
    await expect(skipDelivery(testChanges(database.db), id)).rejects.toEqual(conflict);
    await expect(sendAgain(testChanges(database.db), connection)).rejects.toBeInstanceOf(AppError);
  });
});

describe('deliveries of one record', () => {
  test('with "every" later ones wait behind a failure until someone lets it go', async () => {
    const receiver = await crm((response, { body }) =>
      response.writeHead(body.includes(':1}') ? 422 : 200).end(),
    );
    await createFlow(database.db, connection, receiver.url);
    const events: RoutedEvent[] = [];
    for (let n = 1; n <= 3; n++) events.push(await createEvent(database.db, connection, { payload: { n } }));
    const elsewhere = await createEvent(database.db, connection, { record: '2', payload: { n: 9 } });
    await route(database.db, ...events, elsewhere);
    await deliverAll(database.pool);
    expect(receiver.received.map(({ body }) => body).sort()).toEqual(['{"number":1}', '{"number":9}']);
    const first = await database.db.delivery.findFirstOrThrow({ where: { eventId: events[0]?.id ?? '' } });
    expect(await getDelivery(database.db, first.id)).toMatchObject({ state: 'failed', waitingBehind: 2 });
    await skipDelivery(testChanges(database.db), first.id);
    expect(await outcomeOf(database.db, first.eventId)).toBe('skipped');
    await deliverAll(database.pool);
    expect(receiver.received.slice(2).map(({ body }) => body)).toEqual(['{"number":2}', '{"number":3}']);
  });

  test('a long queue behind a failure does not hold up other records, and goes on from where it stood', async () => {
    let healthy = false;
    const receiver = await crm((response, { body }) =>
      response.writeHead(healthy || body.includes('"b"') ? 200 : 422).end(),
    );
    const rows: FlowInput['rows'] = [{ target: 'n', source: { kind: 'field', path: 'n' } }];
    await createFlow(database.db, connection, receiver.url, { rows });
    const queue: RoutedEvent[] = [];
    for (let n = 0; n < 60; n++) queue.push(await createEvent(database.db, connection, { payload: { n } }));
    await route(database.db, ...queue);
    await deliverAll(database.pool);
    const waiting = { eventId: { in: queue.map(({ id }) => id) }, state: 'waiting' };
    expect(await database.db.delivery.count({ where: { ...waiting, dueAt: null } })).toBe(59);
    const other = await createEvent(database.db, connection, { record: '2', payload: { n: 'b' } });
    await route(database.db, other);
    await deliverAll(database.pool);
    expect(await outcomeOf(database.db, other.id)).toBe('delivered');
    healthy = true;
    const first = await database.db.delivery.findFirstOrThrow({ where: { eventId: queue[0]?.id } });
    await sendAgain(testChanges(database.db), first.id);
    await deliverAll(database.pool);
    expect(receiver.received.slice(2).map(({ body }) => JSON.parse(body).n)).toEqual(queue.map((_, n) => n));
  });

  test('a delivery whose release was lost is found by the next look at all queues', async () => {
    const receiver = await crm();
    await createFlow(database.db, connection, receiver.url);
    const events = [await createEvent(database.db, connection), await createEvent(database.db, connection)];
    await route(database.db, ...events);
    await database.db.delivery.updateMany({ where: { connectionId: connection }, data: { dueAt: null } });
    await deliverAll(database.pool);
    expect(receiver.received).toHaveLength(0);
    await releaseAll(runOn(database.pool));
    await deliverAll(database.pool);
    expect(receiver.received.map(({ headers }) => headers['heliograph-event'])).toEqual(
      events.map(({ id }) => id),
    );
  });

  test('with "latest" the newest goes first and an older failure is overtaken; the older cannot be sent again', async () => {
    const receiver = await crm((response, { body }) =>
      response.writeHead(body.includes(':1}') ? 500 : 200).end(),
    );
    await createFlow(database.db, connection, receiver.url, { ordering: 'latest' });
    const one = await createEvent(database.db, connection, { payload: { n: 1 } });
    await route(database.db, one);
    await deliverAll(database.pool, { waits: [3600] });
    const two = await createEvent(database.db, connection, { payload: { n: 2 } });
    await route(database.db, two);
    await deliverAll(database.pool);
    expect(receiver.received.map(({ body }) => body)).toEqual(['{"number":1}', '{"number":2}']);
    const older = await database.db.delivery.findFirstOrThrow({ where: { eventId: one.id } });
    expect(await getDelivery(database.db, older.id)).toMatchObject({
      state: 'superseded',
      canSendAgain: false,
    });
    expect(await outcomeOf(database.db, one.id)).toBe('superseded');
    await database.db.delivery.update({ where: { id: older.id }, data: { state: 'unknown' } });
    await expect(sendAgain(testChanges(database.db), older.id)).rejects.toEqual(conflict);
  });
});

test('many records with a stumbling destination: each event is stored once, in the order of its record', async () => {
  const stored: { key: unknown; record: number; n: number }[] = [];
  const receiver = await crm((response, { body, headers }) => {
    const { record, n } = JSON.parse(body);
    const dice = Math.random();
    if (dice < 0.25) return response.writeHead(503).end();
    if (dice < 0.4) return response.writeHead(429).end();
    stored.push({ key: headers['idempotency-key'], record, n });
    return response.end();
  });
  await createFlow(database.db, connection, receiver.url, {
    rows: [
      { target: 'record', source: { kind: 'field', path: 'record' } },
      { target: 'n', source: { kind: 'field', path: 'n' } },
    ],
  });
  const events: RoutedEvent[] = [];
  for (let n = 0; n < 120; n++) {
    events.push(
      await createEvent(database.db, connection, { record: String(n % 12), payload: { record: n % 12, n } }),
    );
  }
  await route(database.db, ...events);
  const patient = { waits: Array.from({ length: 60 }, () => 0) };
  await Promise.all([deliverAll(database.pool, patient), deliverAll(database.pool, patient)]);
  await deliverAll(database.pool, patient);
  expect(stored).toHaveLength(120);
  expect(new Set(stored.map(({ key }) => key)).size).toBe(120);
  for (let record = 0; record < 12; record++) {
    const order = stored.filter((one) => one.record === record).map(({ n }) => n);
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order).toHaveLength(10);
  }
  const outcomes = await database.db.eventState.groupBy({
    by: ['outcome'],
    where: { eventId: { in: events.map((event) => event.id) } },
    _count: true,
  });
  expect(outcomes).toEqual([{ outcome: 'delivered', _count: 120 }]);
  const attempts = await database.db.attempt.groupBy({
    by: ['state'],
    where: { deliveryId: { in: await deliveryIds(events) } },
    _count: true,
  });
  expect(attempts.find(({ state }) => state === 'delivered')?._count).toBe(120);
  expect(attempts.some(({ state }) => state === 'sending' || state === 'unknown')).toBe(false);
});

async function deliveryIds(events: { id: string }[]): Promise<string[]> {
  const rows = await database.db.delivery.findMany({
    where: { eventId: { in: events.map(({ id }) => id) } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

test('lists page by id and narrow by state, flow and event', async () => {
  const receiver = await crm((response, { body }) =>
    response.writeHead(body.includes(':2}') ? 400 : 200).end(),
  );
  const flow = await createFlow(database.db, connection, receiver.url);
  const events: RoutedEvent[] = [];
  for (let n = 1; n <= 3; n++)
    events.push(await createEvent(database.db, connection, { record: String(n), payload: { n } }));
  await route(database.db, ...events);
  await deliverAll(database.pool);
  const page = await listDeliveries(database.db, { flowId: flow.id, limit: 2 });
  expect(page.items.map(({ eventId }) => eventId)).toEqual([events[2]?.id, events[1]?.id]);
  const rest = await listDeliveries(database.db, {
    flowId: flow.id,
    limit: 2,
    cursor: page.nextCursor ?? undefined,
  });
  expect(rest.items.map(({ eventId }) => eventId)).toEqual([events[0]?.id]);
  expect(rest.nextCursor).toBeNull();
  const failed = await listDeliveries(database.db, { flowId: flow.id, state: 'failed', limit: 10 });
  expect(failed.items).toMatchObject([
    {
      eventId: events[1]?.id,
      flowName: flow.name,
      environment: 'production',
      eventType: 'enerflo.v1.update_customer',
    },
  ]);
  const ofEvent = await listDeliveries(database.db, { eventId: events[0]?.id, limit: 10 });
  expect(ofEvent.items.map(({ state }) => state)).toEqual(['delivered']);
});
