import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { createConnection, createEvent, createFlow } from './testing/factory.ts';
import { startReceiver } from './testing/receiver.ts';
import { startWorkerProcess } from './testing/start-worker-process.ts';
import { openDoor } from './testing/tcp-door.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());
test('chaos', async () => {
  const receiver = await startReceiver((r) => setTimeout(() => r.end(), 3));
  const connection = await createConnection(database.db, 'enerflo');
  await createFlow(database.db, connection, receiver.url);
  const { hostname: host, port } = new URL(database.url);
  const door = await openDoor({ host, port: Number(port) });
  const url = new URL(database.url);
  url.port = String(door.port);
  const w = await startWorkerProcess(url.href, { LOG_LEVEL: 'info' });
  const events: string[] = [];
  for (let round = 0; round < 25; round++) {
    for (let n = 0; n < 20; n++) {
      const e = await createEvent(database.db, connection, { record: String(n % 7), payload: { n } });
      events.push(e.id);
      if (n % 4 === 0) await database.pool.query("SELECT graphile_worker.add_job('apply')");
    }
    await sleep(Math.random() * 150);
    await door.shut();
    await sleep(Math.random() * 200);
    await door.open();
    await sleep(Math.random() * 300);
    if (w.child.exitCode !== null) break;
  }
  expect(w.child.exitCode).toBeNull();
  try {
    await vi.waitFor(
      async () => {
        const g = await database.db.eventState.groupBy({
          by: ['outcome'],
          _count: true,
          where: { eventId: { in: events } },
        });
        expect(g).toEqual([{ outcome: 'delivered', _count: events.length }]);
      },
      { timeout: 90_000, interval: 500 },
    );
  } catch (e) {
    console.log(e.message, await database.db.delivery.groupBy({ by: ['state'], _count: true }));
    console.log(w.output().slice(-6000));
  }
  const keys = receiver.received.map((r) => r.headers['idempotency-key']);
  console.log('sent', keys.length, 'distinct', new Set(keys).size, 'events', events.length);
  console.log(
    await database.db.delivery.groupBy({ by: ['state'], _count: true }),
    await database.db.attempt.groupBy({ by: ['state'], _count: true }),
  );
  console.log(
    w.output().split('\n').length,
    w
      .output()
      .split('\n')
      .filter((l) => l.includes('"error"'))
      .slice(0, 5)
      .join('\n'),
  );
  w.child.kill('SIGKILL');
  await receiver.close();
  await door.shut();
}, 200_000);
