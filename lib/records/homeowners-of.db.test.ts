import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { JsonObject } from '#lib/json.ts';
import { homeownersOf } from './homeowners-of.ts';
import { storeObservations } from './store-observations.ts';
import { insertConnection } from './testing/insert-events.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

/** Records of an account of its own, each told once. Gives whose they are, in their order. */
async function whose(told: readonly (readonly [kind: string, externalId: string, fields: JsonObject])[]) {
  const connectionId = await insertConnection(database.db);
  const ids = await database.db.$transaction(async (tx) => {
    const effects = await storeObservations(
      tx,
      told.map(([kind, externalId, fields], at) => ({
        connectionId,
        kind,
        externalId,
        fields,
        eventId: null,
        origin: 'fetch' as const,
        main: true,
        arrivedAt: new Date(),
        clock: new Date(Date.UTC(2024, 5, 1, 8, 0, at)),
      })),
    );
    return effects.map(({ recordId }) => recordId);
  });
  const names = await homeownersOf(
    database.db,
    ids.map((id) => ({ id })),
  );
  return ids.map((id) => names.get(id) ?? null);
}

test('what lies in an install, its deal and its customer belong to one homeowner; a title is no name', async () => {
  const rosa = { firstName: 'Rosa', lastName: 'Lindqvist' };
  expect(
    await whose([
      ['enerflo.customer', '77', rosa],
      ['enerflo.install', '4453', { customerId: '77' }],
      ['enerflo.deal', '57', { customerId: '77' }],
      ['enerflo.milestone', '9', { installId: '4453', title: 'Permit' }],
      ['enerflo.note', '8', { installId: '9999', text: 'Of an install that nobody knows' }],
      ['enerflo.customer', '78', { type: 'Residential' }],
    ]),
  ).toEqual([...Array(4).fill('Rosa Lindqvist'), null, null]);
});

test('an install belongs to the customer that it names today, however lately another one was heard of', async () => {
  expect(
    await whose([
      ['enerflo.install', '4454', { customerId: '80' }],
      ['enerflo.install', '4454', { customerId: '81' }],
      ['enerflo.customer', '81', { firstName: 'Omar', lastName: 'Thorne' }],
      ['enerflo.customer', '80', { firstName: 'Rosa', lastName: 'Lindqvist' }],
      ['enerflo.milestone', '10', { installId: '4454', title: 'Permit' }],
      // Of a homeowner without a name the address is told.
      ['enerflo.customer', '82', { street: '12 Elm Street', city: 'Mesa' }],
      ['enerflo.install', '4455', { customerId: '82' }],
    ]),
  ).toEqual([
    ...Array(3).fill('Omar Thorne'),
    'Rosa Lindqvist',
    'Omar Thorne',
    ...Array(2).fill('12 Elm Street, Mesa'),
  ]);
});

test('at Sunnova the contract leads from a project to its lead, and a cancellation names the homeowner itself', async () => {
  const [one, two] = ['a8u4w0000100kvn', 'a8u4w0000100kvo'];
  expect(
    await whose([
      ['sunnova.lead', '00q4w0000100lv0', { fullName: 'Mei Underhill' }],
      ['sunnova.contract', 'q1', { systemProjectId: one, leadId: '00q4w0000100lv0' }],
      ['sunnova.project-block', `${one}|NTP`, { systemProjectId: one, type: 'NTP' }],
      ['sunnova.cancellation', `${two}|2026-02-03`, { systemProjectId: two, fullName: 'Omar Thorne' }],
      ['sunnova.change-order', 'SNV-PB-1', { systemProjectId: two }],
      // It has an address alone: a name that is known goes first.
      ['sunnova.cancellation', `${one}|2026-02-03`, { systemProjectId: one, fullAddress: '12 Elm St, Mesa' }],
    ]),
  ).toEqual([...Array(3).fill('Mei Underhill'), ...Array(2).fill('Omar Thorne'), 'Mei Underhill']);
});
