import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { JsonObject } from '#lib/json.ts';
import { applyWaiting } from '#lib/records/apply-waiting.ts';
import { storeObservations } from '#lib/records/store-observations.ts';
import { insertConnection, insertEvents } from '#lib/records/testing/insert-events.ts';
import { getEvent } from './get-event.ts';
import { hideInEvent } from './hide-in-event.ts';
import { listEvents } from './list-events.ts';

let database: TestDatabase;
let account: string;
let other: string;

async function know(kind: string, externalId: string, fields: JsonObject): Promise<void> {
  const told = { connectionId: account, kind, externalId, fields, eventId: null, origin: 'fetch' as const };
  await database.db.$transaction((tx) =>
    storeObservations(tx, [{ ...told, main: true, arrivedAt: new Date(), clock: null }]),
  );
}
const of = async (connection: string) => {
  const { items } = await listEvents(database.db, { connection, limit: 20 }, { personal: true });
  return items.map(({ about }) => about);
};

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  account = await insertConnection(database.db);
  other = await insertConnection(database.db);
  await know('enerflo.customer', '5550138', { firstName: 'Rosa', lastName: 'Lindqvist', city: 'Mesa' });
  await know('enerflo.install', '4453485', { customerId: '5550138', status: 'Active' });
  await know('enerflo.customer', '5550139', { street: '12 Elm Street', city: 'Mesa' });
});
afterAll(() => database.close());

test('an event that tells an id alone is listed and shown with the homeowner that is known by it', async () => {
  const status = { webhook_event: 'update_install', id: 4453485, status_id: 7 };
  const bodies: JsonObject[] = [
    status,
    { ...status, id: 4453486 },
    { ...status, customer: { id: 5550138, first_name: 'Rosa', last_name: 'Then' } },
    { webhook_event: 'update_customer', id: 5550138 },
    { webhook_event: 'update_customer', id: 5550139 },
  ];
  const ids = await insertEvents(
    database.db,
    account,
    bodies.map((body, at) => ({ body, at })),
  );
  // Newest first. What an event tells itself stays; and of what nothing is known, its id.
  expect(await of(account)).toEqual([
    '12 Elm Street, Mesa',
    'Rosa Lindqvist',
    'Rosa Then',
    '4453486',
    'Rosa Lindqvist',
  ]);
  const shown = await getEvent(database.db, ids[0] ?? '');
  expect(shown).toMatchObject({ about: 'Rosa Lindqvist', recordId: '4453485' });
  expect(JSON.stringify(hideInEvent(shown))).not.toContain('Lindqvist');
});

test('an event whose own record is nobody’s is named by another one that it tells of, once it was applied', async () => {
  const deal = '0b1f6f0e-7f0c-4a35-9a55-00000000c0de';
  await know('enerflo.deal', deal, { customerId: '5550138' });
  const designRequest = {
    id: '1eaf9423-76d6-49d5-a4d3-331c4e1ac35c',
    deal: { id: deal },
    status: 'requested',
  };
  const body = { event: 'design-request.created', payload: { deal: { id: deal }, designRequest } };
  await insertEvents(database.db, account, [{ body, at: 60 }]);
  const newest = async () => (await of(account)).at(0);
  expect(await newest()).toBe(designRequest.id);
  await applyWaiting(database.db);
  expect(await newest()).toBe('Rosa Lindqvist');
});

test('the same id in another account is somebody else', async () => {
  await insertEvents(database.db, other, [{ body: { webhook_event: 'update_install', id: 4453485 }, at: 0 }]);
  expect(await of(other)).toEqual(['4453485']);
});
