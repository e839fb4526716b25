import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { getFlow } from '#lib/flows/get-flow.ts';
import { saveFlow } from '#lib/flows/save-flow.ts';
import { setFlowEnabled } from '#lib/flows/set-flow-enabled.ts';
import {
  createConnection,
  createEvent,
  createFlow,
  outcomeOf,
  route,
  testChanges,
} from './testing/factory.ts';

let database: TestDatabase;
let connection: string;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
beforeEach(async () => {
  connection = await createConnection(database.db, 'enerflo');
});
afterAll(() => database.close());

const url = 'https://crm.example.com/contacts';
const deliveriesOf = (eventId: string) => database.db.delivery.findMany({ where: { eventId } });

test('an event makes one delivery for each flow of its account that has its type; others are ignored', async () => {
  const { db } = database;
  const other = await createConnection(db, 'enerflo');
  const first = await createFlow(db, connection, url);
  const second = await createFlow(db, connection, url, {
    eventTypes: ['enerflo.v1.new_customer', 'enerflo.v1.update_customer'],
  });
  await createFlow(db, other, url);
  const wanted = await createEvent(db, connection);
  const unwanted = await createEvent(db, connection, { type: 'enerflo.v1.new_note' });
  const empty = await createEvent(db, connection, { complete: false });
  expect(await route(db, wanted, unwanted, empty)).toEqual(new Map([[wanted.id, 'sending']]));
  const deliveries = await deliveriesOf(wanted.id);
  expect(deliveries.map((delivery) => delivery.flowId).sort()).toEqual([first.id, second.id].sort());
  expect(new Set(deliveries.map((delivery) => delivery.idempotencyKey)).size).toBe(2);
  expect(deliveries[0]).toMatchObject({
    state: 'waiting',
    tries: 0,
    connectionId: connection,
    eventId: wanted.id,
  });
  expect(deliveries.map((delivery) => delivery.orderKey)).toContain(`${first.id}:0:enerflo.customer:1`);
  expect(await deliveriesOf(unwanted.id)).toEqual([]);
  expect(await deliveriesOf(empty.id)).toEqual([]);
});

test('an event that is routed twice is delivered once', async () => {
  const { db } = database;
  await createFlow(db, connection, url);
  const event = await createEvent(db, connection);
  await route(db, event);
  expect(await route(db, event)).toEqual(new Map([[event.id, 'sending']]));
  expect(await deliveriesOf(event.id)).toHaveLength(1);
});

test('the newest version of a flow decides; one that is off or archived starts nothing', async () => {
  const { db } = database;
  const flow = await createFlow(db, connection, url);
  const { destination, rows, name, ordering } = await getFlow(db, flow.id);
  const { id: _, connectionId: __, hasSecret: ___, ...input } = destination;
  await saveFlow(
    testChanges(db),
    {
      name,
      rows,
      ordering,
      connectionId: connection,
      eventTypes: ['enerflo.v1.new_note'],
      destination: input,
    },
    flow.id,
  );
  const old = await createEvent(db, connection);
  const now = await createEvent(db, connection, { type: 'enerflo.v1.new_note', record: null });
  expect(await route(db, old, now)).toEqual(new Map([[now.id, 'sending']]));
  expect((await deliveriesOf(now.id))[0]?.orderKey).toBe(`${flow.id}:0:${now.id}`);

  await setFlowEnabled(testChanges(db), flow.id, false);
  const whileOff = await createEvent(db, connection, { type: 'enerflo.v1.new_note' });
  expect((await route(db, whileOff)).size).toBe(0);
  await setFlowEnabled(testChanges(db), flow.id, true);
  await db.flow.update({ where: { id: flow.id }, data: { archivedAt: new Date() } });
  const archived = await createEvent(db, connection, { type: 'enerflo.v1.new_note' });
  expect((await route(db, archived)).size).toBe(0);
});

test('with "latest" a newer event takes the place of older ones that were not sent, in one batch or over several', async () => {
  const { db } = database;
  await createFlow(db, connection, url, { ordering: 'latest' });
  const waiting = await createEvent(db, connection);
  const failed = await createEvent(db, connection, { record: '2' });
  const unknown = await createEvent(db, connection, { record: '3' });
  await route(db, waiting, failed, unknown);
  await db.delivery.updateMany({ where: { eventId: failed.id }, data: { state: 'failed' } });
  await db.delivery.updateMany({ where: { eventId: unknown.id }, data: { state: 'unknown' } });

  const middle = await createEvent(db, connection);
  const newest = await createEvent(db, connection);
  const newerOfFailed = await createEvent(db, connection, { record: '2' });
  const newerOfUnknown = await createEvent(db, connection, { record: '3' });
  const outcomes = await route(db, middle, newest, newerOfFailed, newerOfUnknown);
  expect(outcomes.get(middle.id)).toBe('superseded');
  expect(outcomes.get(newest.id)).toBe('sending');
  for (const event of [waiting, failed]) {
    expect((await deliveriesOf(event.id))[0]).toMatchObject({ state: 'superseded', dueAt: null });
    expect(await outcomeOf(db, event.id)).toBe('superseded');
  }
  expect((await deliveriesOf(unknown.id))[0]?.state).toBe('unknown');
});

test('with "latest" an older event that is applied late is superseded from the start', async () => {
  const { db } = database;
  await createFlow(db, connection, url, { ordering: 'latest' });
  const late = await createEvent(db, connection);
  const early = await createEvent(db, connection);
  await route(db, early);
  await db.delivery.updateMany({ where: { eventId: early.id }, data: { state: 'delivered' } });
  expect((await route(db, late)).get(late.id)).toBe('superseded');
});
