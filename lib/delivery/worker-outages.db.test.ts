import { expect, test, vi } from 'vitest';
import { createEvent, createFlow, outcomeOf } from './testing/factory.ts';
import { setUpDeliveries } from './testing/set-up-deliveries.ts';
import { eventually, setUpWorkers } from './testing/set-up-workers.ts';
import { openDoor } from './testing/tcp-door.ts';

const on = setUpDeliveries();
const { work, workThrough } = setUpWorkers(on);

const deliveryOf = (eventId: string) =>
  on.db.delivery.findFirstOrThrow({ where: { eventId }, include: { attempts: true } });

test('a worker lives through the database ending every connection', async () => {
  const answers: (() => void)[] = [];
  const receiver = await on.crm((response, _received, count) =>
    count === 1 ? answers.push(() => response.end()) : response.end(),
  );
  await createFlow(on.db, on.connection, receiver.url);
  const during = await createEvent(on.db, on.connection);
  const { child } = await work({ LOG_LEVEL: 'silent' });
  await receiver.until(1);
  const end = () =>
    on.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'heliograph test'",
    );
  await end();
  answers[0]?.();
  await end();
  await eventually(async () => expect(await outcomeOf(on.db, during.id)).toBe('delivered'));
  const after = await createEvent(on.db, on.connection, { record: '2' });
  await eventually(async () => expect(await outcomeOf(on.db, after.id)).toBe('delivered'));
  expect(child.exitCode).toBeNull();
  expect(receiver.received).toHaveLength(2);
});

test('an answer that comes while the database cannot be reached is written once it is back, and nothing is sent again', async () => {
  let answer = () => {};
  const receiver = await on.crm((response, _received, count) => {
    if (count > 1) response.end();
    else answer = () => response.end('{"id":"c1"}');
  });
  await createFlow(on.db, on.connection, receiver.url);
  const during = await createEvent(on.db, on.connection);
  const { hostname: host, port } = new URL(on.url);
  const door = await openDoor({ host, port: Number(port) });
  const url = new URL(on.url);
  url.port = String(door.port);
  const { output } = await workThrough(url.href);
  await receiver.until(1);
  await door.shut();
  answer();
  await vi.waitFor(() => expect(output()).toContain('the database is away'), { timeout: 10_000 });
  expect((await deliveryOf(during.id)).state).toBe('sending');
  await door.open();
  await eventually(async () => expect((await deliveryOf(during.id)).state).toBe('delivered'));
  expect(await deliveryOf(during.id)).toMatchObject({
    tries: 1,
    attempts: [{ responseStatus: 200, responseBody: '{"id":"c1"}' }],
  });
  const after = await createEvent(on.db, on.connection, { record: '2' });
  await eventually(async () => expect(await outcomeOf(on.db, after.id)).toBe('delivered'));
  expect(receiver.received).toHaveLength(2);
  expect(output().match(/the database is away/g)).toHaveLength(1);
  expect(output().match(/"level":"error"/g)).toBeNull();
  await door.shut();
}, 60_000);
