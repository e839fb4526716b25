import { describe, expect, test } from 'vitest';
import { Prisma } from '#lib/db/generated/client.ts';
import type { FlowInput } from '#lib/flows/flow.schema.ts';
import { getDelivery } from './get-delivery.ts';
import { releaseAll, releaseLock } from './queue-order.ts';
import type { RoutedEvent } from './route-events.ts';
import { sendAgain } from './send-again.ts';
import { skipDelivery } from './skip-delivery.ts';
import { createEvent, createFlow, outcomeOf, route, testChanges } from './testing/factory.ts';
import { setUpDeliveries } from './testing/set-up-deliveries.ts';
import { deliverAll } from './testing/test-context.ts';
import { inTransaction } from './transaction.ts';

const on = setUpDeliveries();
const conflict = expect.objectContaining({ code: 'CONFLICT' });

describe('deliveries of one record', () => {
  test('with "every" later ones wait behind a failure until someone lets it go', async () => {
    const receiver = await on.crm((response, { body }) =>
      response.writeHead(body.includes(':1}') ? 422 : 200).end(),
    );
    await createFlow(on.db, on.connection, receiver.url);
    const events: RoutedEvent[] = [];
    for (let n = 1; n <= 3; n++) events.push(await createEvent(on.db, on.connection, { payload: { n } }));
    const elsewhere = await createEvent(on.db, on.connection, { record: '2', payload: { n: 9 } });
    await route(on.db, ...events, elsewhere);
    await deliverAll(on.pool);
    expect(receiver.received.map(({ body }) => body).sort()).toEqual(['{"number":1}', '{"number":9}']);
    const first = await on.db.delivery.findFirstOrThrow({ where: { eventId: events[0]?.id ?? '' } });
    expect(await getDelivery(on.db, first.id)).toMatchObject({ state: 'failed', waitingBehind: 2 });
    await skipDelivery(testChanges(on.db), first.id);
    expect(await outcomeOf(on.db, first.eventId)).toBe('skipped');
    await deliverAll(on.pool);
    expect(receiver.received.slice(2).map(({ body }) => body)).toEqual(['{"number":2}', '{"number":3}']);
  });

  test('a long queue behind a failure does not hold up other records, and goes on from where it stood', async () => {
    let healthy = false;
    const receiver = await on.crm((response, { body }) =>
      response.writeHead(healthy || body.includes('"b"') ? 200 : 422).end(),
    );
    const rows: FlowInput['rows'] = [{ target: 'n', source: { kind: 'field', path: 'n' } }];
    await createFlow(on.db, on.connection, receiver.url, { rows });
    const queue: RoutedEvent[] = [];
    for (let n = 0; n < 60; n++) queue.push(await createEvent(on.db, on.connection, { payload: { n } }));
    await route(on.db, ...queue);
    await deliverAll(on.pool);
    const waiting = { eventId: { in: queue.map(({ id }) => id) }, state: 'waiting' };
    expect(await on.db.delivery.count({ where: { ...waiting, dueAt: null } })).toBe(59);
    const other = await createEvent(on.db, on.connection, { record: '2', payload: { n: 'b' } });
    await route(on.db, other);
    await deliverAll(on.pool);
    expect(await outcomeOf(on.db, other.id)).toBe('delivered');
    healthy = true;
    const first = await on.db.delivery.findFirstOrThrow({ where: { eventId: queue[0]?.id } });
    await sendAgain(testChanges(on.db), first.id);
    await deliverAll(on.pool);
    expect(receiver.received.slice(2).map(({ body }) => JSON.parse(body).n)).toEqual(queue.map((_, n) => n));
  });

  test('a delivery whose release was lost is found by the next look at all queues', async () => {
    const receiver = await on.crm();
    await createFlow(on.db, on.connection, receiver.url);
    const events = [await createEvent(on.db, on.connection), await createEvent(on.db, on.connection)];
    await route(on.db, ...events);
    await on.db.delivery.updateMany({ where: { connectionId: on.connection }, data: { dueAt: null } });
    await deliverAll(on.pool);
    expect(receiver.received).toHaveLength(0);
    await releaseAll(on.pool);
    await deliverAll(on.pool);
    expect(receiver.received.map(({ headers }) => headers['heliograph-event'])).toEqual(
      events.map(({ id }) => id),
    );
  });

  test('the look at all queues finds the newest of a "latest" queue behind an older one in doubt, and one process does it', async () => {
    const receiver = await on.crm();
    await createFlow(on.db, on.connection, receiver.url, { ordering: 'latest' });
    const events = [await createEvent(on.db, on.connection), await createEvent(on.db, on.connection)];
    await route(on.db, ...events);
    const [older, newest] = events.map(({ id }) => id);
    await on.db.delivery.updateMany({ where: { eventId: older }, data: { state: 'unknown', dueAt: null } });
    await on.db.delivery.updateMany({ where: { eventId: newest }, data: { dueAt: null } });
    await inTransaction(on.pool, async (run) => {
      await run(Prisma.sql`SELECT pg_advisory_xact_lock(${releaseLock})`);
      await releaseAll(on.pool);
    });
    await deliverAll(on.pool);
    expect(receiver.received).toHaveLength(0);
    await releaseAll(on.pool);
    await deliverAll(on.pool);
    expect(receiver.received.map(({ headers }) => headers['heliograph-event'])).toEqual([newest]);
  });

  test('with "latest" the newest goes first and an older failure is overtaken; the older cannot be sent again', async () => {
    const receiver = await on.crm((response, { body }) =>
      response.writeHead(body.includes(':1}') ? 500 : 200).end(),
    );
    await createFlow(on.db, on.connection, receiver.url, { ordering: 'latest' });
    const one = await createEvent(on.db, on.connection, { payload: { n: 1 } });
    await route(on.db, one);
    await deliverAll(on.pool, { waits: [3600] });
    const two = await createEvent(on.db, on.connection, { payload: { n: 2 } });
    await route(on.db, two);
    await deliverAll(on.pool);
    expect(receiver.received.map(({ body }) => body)).toEqual(['{"number":1}', '{"number":2}']);
    const older = await on.db.delivery.findFirstOrThrow({ where: { eventId: one.id } });
    expect(await getDelivery(on.db, older.id)).toMatchObject({
      state: 'superseded',
      canSendAgain: false,
    });
    expect(await outcomeOf(on.db, one.id)).toBe('superseded');
    await on.db.delivery.update({ where: { id: older.id }, data: { state: 'unknown' } });
    await expect(sendAgain(testChanges(on.db), older.id)).rejects.toEqual(conflict);
  });
});

test('many records with a stumbling destination: each event is stored once, in the order of its record', async () => {
  const stored: { key: unknown; record: number; n: number }[] = [];
  const receiver = await on.crm((response, { body, headers }) => {
    const { record, n } = JSON.parse(body);
    const dice = Math.random();
    if (dice < 0.25) return response.writeHead(503).end();
    if (dice < 0.4) return response.writeHead(429).end();
    stored.push({ key: headers['idempotency-key'], record, n });
    return response.end();
  });
  await createFlow(on.db, on.connection, receiver.url, {
    rows: [
      { target: 'record', source: { kind: 'field', path: 'record' } },
      { target: 'n', source: { kind: 'field', path: 'n' } },
    ],
  });
  const events: RoutedEvent[] = [];
  for (let n = 0; n < 120; n++) {
    events.push(
      await createEvent(on.db, on.connection, { record: String(n % 12), payload: { record: n % 12, n } }),
    );
  }
  await route(on.db, ...events);
  const patient = { waits: Array.from({ length: 60 }, () => 0) };
  await Promise.all([deliverAll(on.pool, patient), deliverAll(on.pool, patient)]);
  await deliverAll(on.pool, patient);
  expect(stored).toHaveLength(120);
  expect(new Set(stored.map(({ key }) => key)).size).toBe(120);
  for (let record = 0; record < 12; record++) {
    const order = stored.filter((one) => one.record === record).map(({ n }) => n);
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order).toHaveLength(10);
  }
  const outcomes = await on.db.eventState.groupBy({
    by: ['outcome'],
    where: { eventId: { in: events.map((event) => event.id) } },
    _count: true,
  });
  expect(outcomes).toEqual([{ outcome: 'delivered', _count: 120 }]);
  const attempts = await on.db.attempt.groupBy({
    by: ['state'],
    where: { deliveryId: { in: await deliveryIds(events) } },
    _count: true,
  });
  expect(attempts.find(({ state }) => state === 'delivered')?._count).toBe(120);
  expect(attempts.some(({ state }) => state === 'sending' || state === 'unknown')).toBe(false);
});

async function deliveryIds(events: { id: string }[]): Promise<string[]> {
  const rows = await on.db.delivery.findMany({
    where: { eventId: { in: events.map(({ id }) => id) } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
