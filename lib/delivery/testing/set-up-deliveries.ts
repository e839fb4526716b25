import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { createConnection, createEvent, createFlow, route } from './factory.ts';
import { type Answer, startReceiver } from './receiver.ts';

/**
 * A database for a test file, an Enerflo account of its own for each test, and stand-in CRMs that close with the
 * test. What a test left open is skipped, so that it does not reach the next one.
 */
export function setUpDeliveries() {
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
    await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
    const open = { state: { notIn: ['delivered', 'superseded'] } };
    await database.db.delivery.updateMany({ where: open, data: { state: 'skipped' } });
  });
  afterAll(async () => {
    await closeOutbound();
    await database.close();
  });
  return {
    get db() {
      return database.db;
    },
    get pool() {
      return database.pool;
    },
    get url() {
      return database.url;
    },
    get connection() {
      return connection;
    },
    crm: async (answer?: Answer) => {
      const receiver = await startReceiver(answer);
      receivers.push(receiver);
      return receiver;
    },
    /** One event on its way to `url`. */
    sent: async (url: string, more: Parameters<typeof createFlow>[3] = {}) => {
      const flow = await createFlow(database.db, connection, url, more);
      const event = await createEvent(database.db, connection, {
        payload: { n: 7, customer: { name: 'Ada Example' } },
      });
      await route(database.db, event);
      const only = await database.db.delivery.findFirstOrThrow({ where: { eventId: event.id } });
      return { flow, event, id: only.id };
    },
  };
}
