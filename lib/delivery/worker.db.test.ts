import { expect, test } from 'vitest';
import { recoverDeliveries } from './recover-deliveries.ts';
import type { RoutedEvent } from './route-events.ts';
import { createEvent, createFlow, outcomeOf, route } from './testing/factory.ts';
import { setUpDeliveries } from './testing/set-up-deliveries.ts';
import { eventually, setUpWorkers } from './testing/set-up-workers.ts';
import { testContext } from './testing/test-context.ts';

const on = setUpDeliveries();
const { work } = setUpWorkers(on);

const deliveryOf = (eventId: string) =>
  on.db.delivery.findFirstOrThrow({ where: { eventId }, include: { attempts: true } });

test('a worker applies an event, sends it and records it, from the rows alone', async () => {
  const receiver = await on.crm();
  await createFlow(on.db, on.connection, receiver.url);
  await work();
  const event = await createEvent(on.db, on.connection, { payload: { n: 5 } });
  await eventually(async () => expect(await outcomeOf(on.db, event.id)).toBe('delivered'));
  expect(receiver.received.map(({ body }) => body)).toEqual(['{"number":5}']);
});

test('a worker killed while sending leaves doubt; the next one does not send a second time', async () => {
  const receiver = await on.crm((_response, _received) => {});
  await createFlow(on.db, on.connection, receiver.url);
  const event = await createEvent(on.db, on.connection);
  const { child, ended } = await work();
  await receiver.until(1);
  child.kill('SIGKILL');
  await ended;
  const held = await deliveryOf(event.id);
  expect(held).toMatchObject({
    state: 'sending',
    tries: 1,
    attempts: [{ state: 'sending', requestBody: '{"number":1}' }],
  });

  // Twenty seconds pass: the beat of the dead worker is as old as that.
  await on.pool.query("UPDATE worker SET beat_at = beat_at - interval '21 seconds' WHERE id = $1", [
    held.workerId,
  ]);
  await work();
  await eventually(async () => expect((await deliveryOf(event.id)).state).toBe('unknown'));
  expect(await deliveryOf(event.id)).toMatchObject({
    workerId: null,
    attempts: [{ state: 'unknown', error: { code: 'WORKER_LOST' } }],
  });
  expect(await outcomeOf(on.db, event.id)).toBe('unknown');
  expect(receiver.received).toHaveLength(1);
}, 60_000);

test('where a repeat does no harm, the delivery of a killed worker is sent again with the same key', async () => {
  const receiver = await on.crm((response, _received, count) => void (count > 1 && response.end()));
  await createFlow(on.db, on.connection, receiver.url, { destination: { repeatSafe: true } });
  const event = await createEvent(on.db, on.connection);
  const { child, ended } = await work();
  await receiver.until(1);
  child.kill('SIGKILL');
  await ended;
  await on.db.worker.deleteMany();
  await work();
  await eventually(async () => expect(await outcomeOf(on.db, event.id)).toBe('delivered'));
  expect(receiver.received).toHaveLength(2);
  expect(new Set(receiver.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
}, 60_000);

test('a delivery that was claimed but has no intent goes back to waiting; that of a living worker is left alone', async () => {
  const receiver = await on.crm();
  await createFlow(on.db, on.connection, receiver.url);
  const [one, two] = [
    await createEvent(on.db, on.connection),
    await createEvent(on.db, on.connection, { record: '2' }),
  ];
  await route(on.db, one, two);
  const alive = testContext(on.pool);
  const dead = testContext(on.pool);
  await on.db.worker.create({
    data: { id: alive.workerId, host: 'here', pid: 1, startedAt: new Date(), beatAt: new Date() },
  });
  const held = { state: 'sending', dueAt: null, tries: 1 };
  await on.db.delivery.updateMany({
    where: { eventId: one.id },
    data: { ...held, workerId: dead.workerId },
  });
  await on.db.delivery.updateMany({
    where: { eventId: two.id },
    data: { ...held, workerId: alive.workerId },
  });
  expect(await recoverDeliveries(testContext(on.pool), new Set())).toBe(1);
  expect((await deliveryOf(one.id)).state).toBe('waiting');
  expect((await deliveryOf(two.id)).state).toBe('sending');

  // Its own worker knows nothing of it: believed only when seen a second time.
  const suspects = new Set<string>();
  expect(await recoverDeliveries(alive, suspects)).toBe(0);
  expect(await recoverDeliveries(alive, suspects)).toBe(1);
  expect((await deliveryOf(two.id)).state).toBe('waiting');
});

test('an answer that comes after the worker was given up still settles what is in doubt', async () => {
  let answer = () => {};
  const receiver = await on.crm((response) => {
    answer = () => response.end();
  });
  await createFlow(on.db, on.connection, receiver.url);
  const event = await createEvent(on.db, on.connection);
  await work();
  await receiver.until(1);
  // Another worker that sees no beat takes the delivery over.
  await on.db.worker.deleteMany();
  await recoverDeliveries(testContext(on.pool), new Set());
  expect((await deliveryOf(event.id)).state).toBe('unknown');
  answer();
  await eventually(async () => expect((await deliveryOf(event.id)).state).toBe('delivered'));
  expect(await deliveryOf(event.id)).toMatchObject({
    tries: 1,
    error: null,
    attempts: [{ state: 'delivered', responseStatus: 200 }],
  });
});

test('two worker processes share the work and send nothing twice', async () => {
  const receiver = await on.crm((response) => setTimeout(() => response.end(), 5));
  await createFlow(on.db, on.connection, receiver.url);
  await Promise.all([work(), work()]);
  const events: RoutedEvent[] = [];
  for (let n = 0; n < 200; n++)
    events.push(await createEvent(on.db, on.connection, { record: String(n % 40), payload: { n } }));
  await eventually(async () => {
    const delivered = await on.db.eventState.count({
      where: { eventId: { in: events.map(({ id }) => id) }, outcome: 'delivered' },
    });
    expect(delivered).toBe(200);
  }, 30_000);
  expect(receiver.received).toHaveLength(200);
  expect(new Set(receiver.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(200);
  const order = receiver.received.map(({ body }) => Number(JSON.parse(body).number));
  for (let record = 0; record < 40; record++) {
    const ofRecord = order.filter((n) => n % 40 === record);
    expect(ofRecord).toEqual([...ofRecord].sort((one, other) => one - other));
  }
}, 60_000);

test('what comes while a slow destination is waited for is sent at once', async () => {
  const receiver = await on.crm((response, { body }) => void (body.includes(':2}') && response.end()));
  await createFlow(on.db, on.connection, receiver.url);
  const slow = await createEvent(on.db, on.connection);
  await work({ DELIVERY_TIMEOUT: '30' });
  await receiver.until(1);
  const quick = await createEvent(on.db, on.connection, { record: '2', payload: { n: 2 } });
  await eventually(async () => expect(await outcomeOf(on.db, quick.id)).toBe('delivered'), 8_000);
  expect((await deliveryOf(slow.id)).state).toBe('sending');
});

test('a queue longer than one look moves on while a slow destination takes all room', async () => {
  let answerAll = () => {};
  const slow = new Promise<void>((resolve) => {
    answerAll = resolve;
  });
  const receiver = await on.crm((response) => void slow.then(() => response.writeHead(200).end()));
  await createFlow(on.db, on.connection, receiver.url);
  const events = [];
  for (let n = 0; n < 600; n++) {
    events.push(await createEvent(on.db, on.connection, { record: String(n), payload: { n } }));
  }
  const ids = events.map(({ id }) => id);
  const count = (state?: string) => on.db.delivery.count({ where: { eventId: { in: ids }, state } });
  await work();
  await receiver.until(16);
  await eventually(async () => expect(await count()).toBe(events.length));
  answerAll();
  await eventually(async () => expect(await count('delivered')).toBe(events.length));
});

test('a worker that is told to stop finishes what it sends, begins nothing new and signs off', async () => {
  const answers: (() => void)[] = [];
  const receiver = await on.crm((response) => answers.push(() => response.end()));
  await createFlow(on.db, on.connection, receiver.url);
  const first = await createEvent(on.db, on.connection);
  const second = await createEvent(on.db, on.connection);
  const { child, ended, output } = await work();
  await receiver.until(1);
  child.kill('SIGTERM');
  await eventually(async () => expect(output()).toContain('stopping'));
  answers[0]?.();
  expect(await ended).toBe(0);
  expect(output()).toContain('stopped');
  expect(await outcomeOf(on.db, first.id)).toBe('delivered');
  expect((await deliveryOf(second.id)).state).toBe('waiting');
  expect(receiver.received).toHaveLength(1);
  expect(await on.db.worker.count({ where: { pid: child.pid } })).toBe(0);
});
