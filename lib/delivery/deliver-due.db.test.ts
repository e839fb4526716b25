import { describe, expect, test } from 'vitest';
import { parseAllowList } from '#lib/http/outbound/address-rules.ts';
import { getDelivery } from './get-delivery.ts';
import { createEvent, outcomeOf, route } from './testing/factory.ts';
import type { Answer } from './testing/receiver.ts';
import { setUpDeliveries } from './testing/set-up-deliveries.ts';
import { deliverAll } from './testing/test-context.ts';

const on = setUpDeliveries();
const stateOf = async (id: string) => (await getDelivery(on.db, id)).state;

describe('one delivery', () => {
  test('carries the mapped body, its keys and its credentials, and is recorded without the credentials', async () => {
    const receiver = await on.crm((response) =>
      response.writeHead(201, { 'x-request-id': 'r1', 'set-cookie': 's=1' }).end('{"id":"c1"}'),
    );
    const { id, event, flow } = await on.sent(receiver.url, {
      rows: [
        { target: 'contact.name', source: { kind: 'field', path: 'customer.name' } },
        { target: 'contact.phone', source: { kind: 'field', path: 'customer.phone' } },
      ],
      destination: { method: 'PUT', headers: { 'X-Team': 'solar' }, auth: 'bearer', secret: 'planted-token' },
    });
    await deliverAll(on.pool);
    const delivery = await getDelivery(on.db, id);
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
    expect(await outcomeOf(on.db, event.id)).toBe('delivered');
  });

  test('400 fails at once, with the answer kept', async () => {
    const receiver = await on.crm((response) => response.writeHead(400).end('{"error":"email is missing"}'));
    const { id, event } = await on.sent(receiver.url);
    await deliverAll(on.pool);
    const delivery = await getDelivery(on.db, id);
    expect(delivery).toMatchObject({ state: 'failed', tries: 1, canSendAgain: true, canSkip: true });
    expect(delivery.error).toEqual({ code: 'STATUS', text: 'The destination answered 400.' });
    expect(delivery.attempts[0]?.responseBody).toBe('{"error":"email is missing"}');
    expect(await outcomeOf(on.db, event.id)).toBe('failed');
  });

  test('500 is tried again with the same key until it is taken', async () => {
    const receiver = await on.crm((response, _received, count) =>
      response.writeHead(count < 3 ? 500 : 200).end(),
    );
    const { id, event } = await on.sent(receiver.url);
    await deliverAll(on.pool);
    expect(await getDelivery(on.db, id)).toMatchObject({ state: 'delivered', tries: 3 });
    expect(new Set(receiver.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(await outcomeOf(on.db, event.id)).toBe('delivered');
  });

  test('a schedule that is used up ends in failure, and not before', async () => {
    const receiver = await on.crm((response) => response.writeHead(503).end());
    const { id, event } = await on.sent(receiver.url);
    await deliverAll(on.pool, { waits: [0, 0] });
    expect(await getDelivery(on.db, id)).toMatchObject({ state: 'failed', tries: 3 });
    expect(receiver.received).toHaveLength(3);
    expect(await outcomeOf(on.db, event.id)).toBe('failed');
  });

  test('429 waits as long as it was told, and the event says that it is being retried', async () => {
    const receiver = await on.crm((response) => response.writeHead(429, { 'retry-after': '60' }).end());
    const { id, event } = await on.sent(receiver.url);
    const next = await deliverAll(on.pool);
    expect(next).toBeGreaterThan(58_000);
    expect(next).toBeLessThan(73_000);
    expect(await getDelivery(on.db, id)).toMatchObject({
      state: 'retrying',
      tries: 1,
      error: { code: 'STATUS' },
    });
    expect(receiver.received).toHaveLength(1);
    expect(await outcomeOf(on.db, event.id)).toBe('failing');
  });

  test('a destination slower than the limit leaves doubt, and nothing is sent a second time', async () => {
    const receiver = await on.crm(() => {});
    const { id, event } = await on.sent(receiver.url);
    await deliverAll(on.pool, { timeoutMs: 200 });
    await deliverAll(on.pool);
    const delivery = await getDelivery(on.db, id);
    expect(delivery).toMatchObject({
      state: 'unknown',
      tries: 1,
      error: { code: 'TIMEOUT' },
      settledAt: null,
    });
    expect(delivery.attempts[0]).toMatchObject({ state: 'unknown', responseStatus: null });
    expect(receiver.received).toHaveLength(1);
    expect(await outcomeOf(on.db, event.id)).toBe('unknown');
  });

  test('a on.connection cut after the request was read leaves doubt; where a repeat does no harm it is sent again', async () => {
    const stored = new Set<unknown>();
    const cutting: Answer = (response, { headers }, count) => {
      stored.add(headers['idempotency-key']);
      if (count === 1) response.destroy();
      else response.end();
    };
    const strict = await on.crm(cutting);
    const doubtful = await on.sent(strict.url);
    const lenient = await on.crm(cutting);
    const repeated = await on.sent(lenient.url, {
      eventTypes: ['enerflo.v1.new_note'],
      destination: { repeatSafe: true },
    });
    const note = await createEvent(on.db, on.connection, { type: 'enerflo.v1.new_note' });
    await route(on.db, note);
    await deliverAll(on.pool);
    expect(await stateOf(doubtful.id)).toBe('unknown');
    const noteDelivery = await on.db.delivery.findFirstOrThrow({ where: { eventId: note.id } });
    expect(await getDelivery(on.db, noteDelivery.id)).toMatchObject({
      state: 'delivered',
      tries: 2,
      attempts: [{ state: 'delivered' }, { state: 'unknown', error: { code: 'CUT' } }],
    });
    expect(lenient.received).toHaveLength(2);
    expect(repeated.flow.destination.repeatSafe).toBe(true);
  });

  test('a port that nobody listens on is tried again, because nothing arrived', async () => {
    const receiver = await on.crm();
    await receiver.close();
    const { id } = await on.sent(receiver.url);
    await deliverAll(on.pool, { waits: [0, 600] });
    expect(await getDelivery(on.db, id)).toMatchObject({
      state: 'retrying',
      tries: 2,
      error: { code: 'REFUSED' },
    });
  });

  test('a private address fails at once and says so', async () => {
    const receiver = await on.crm();
    const { id } = await on.sent(receiver.url);
    const nothing = parseAllowList([]);
    await deliverAll(on.pool, { allow: () => nothing });
    expect(await getDelivery(on.db, id)).toMatchObject({
      state: 'failed',
      error: { code: 'ADDRESS_BLOCKED' },
    });
    expect(receiver.received).toEqual([]);
  });

  test('a credential that cannot be opened fails without anything being sent', async () => {
    const receiver = await on.crm();
    const { id, flow, event } = await on.sent(receiver.url, {
      destination: { auth: 'bearer', secret: 'planted-token' },
    });
    await on.db.destination.update({
      where: { id: flow.destination.id },
      data: { secret: new Uint8Array(50) },
    });
    await deliverAll(on.pool);
    expect(await getDelivery(on.db, id)).toMatchObject({
      state: 'failed',
      error: { code: 'SECRET' },
      attempts: [],
    });
    expect(await outcomeOf(on.db, event.id)).toBe('failed');
    expect(receiver.received).toEqual([]);
  });

  test('an answer full of what PostgreSQL cannot hold is recorded all the same', async () => {
    const receiver = await on.crm((response) => response.end(Buffer.from([0x61, 0, 0xff, 0x62])));
    const { id } = await on.sent(receiver.url);
    await deliverAll(on.pool);
    const delivery = await getDelivery(on.db, id);
    expect(delivery.state).toBe('delivered');
    expect(delivery.attempts[0]?.responseBody).toBe('a\ufffd\ufffdb');
  });
});

test('no secret of a destination is found in any row, however the other side repeats it', async () => {
  const planted = 'pl4nted "s3cret" word';
  const receiver = await on.crm((response, { headers }) => {
    const { authorization = '' } = headers;
    const plain = Buffer.from(String(authorization).replace('Basic ', ''), 'base64').toString();
    response.setHeader('x-echo', String(authorization));
    response.setHeader('x-token', 'their-own-secret');
    response
      .writeHead(400)
      .end(JSON.stringify({ authorization, plain, padding: 'x'.repeat(65_300), again: plain }));
  });
  const { id } = await on.sent(receiver.url, {
    destination: { auth: 'basic', username: 'heliograph', secret: planted },
  });
  await deliverAll(on.pool);
  const [{ headers = {} } = {}] = receiver.received;
  expect(headers.authorization).toBe(`Basic ${Buffer.from(`heliograph:${planted}`).toString('base64')}`);
  const tables = await on.pool.query<{ name: string }>(
    "SELECT table_schema || '.\"' || table_name || '\"' AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const needles = [planted, 'pl4nted', String(headers.authorization).slice(6), 'their-own-secret'];
  for (const { name } of tables.rows) {
    const rows = await on.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    for (const { row } of rows.rows) {
      for (const needle of needles) expect([name, row.includes(needle)]).toEqual([name, false]);
    }
  }
  expect((await getDelivery(on.db, id)).attempts[0]?.responseBody).toContain('•••');
});
