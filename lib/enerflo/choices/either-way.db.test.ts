import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { type StandInEnerflo, startEnerflo } from '../../../scripts/sandbox/enerflo/start-enerflo.ts';
import { addEnerfloAccount } from '../testing/add-enerflo-account.ts';
import { findChoices } from './find-choices.ts';

const box = openSecretBox('6'.repeat(64));
const tryAgain = 'Try again in a moment; if it stays so, ask Enerflo Support.';

let database: TestDatabase;
let enerflo: StandInEnerflo;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  enerflo = await startEnerflo({ port: 0 });
});

// An account of its own for each: what Enerflo said is kept for a while.
beforeEach(async () => {
  enerflo.rules.reset();
  id = await addEnerfloAccount({ ...database, box }, { url: enerflo.url, name: `Account ${Math.random()}` });
});

afterAll(async () => {
  await enerflo?.close();
  await closeOutbound();
  await database?.close();
});

type Picked = 'install' | 'customer' | 'deal';

async function choices(picks: Picked, q: string) {
  const { items, failure } = await findChoices({ ...database, box }, { id, picks, q, value: 'id' });
  return { found: items.map(({ value }) => value), failure };
}

/** An install that is there, its homeowner and its deal. */
function seeded() {
  const install = [...enerflo.state.installs.values()].find(({ deletedAt }) => deletedAt === null);
  const customer = enerflo.state.customers.get(install?.customerId ?? 0);
  const deal = enerflo.state.deals.get(install?.dealId ?? 0);
  if (!install || !customer?.phone || !deal) throw new Error('The stand-in has no install.');
  return { install, customer, phone: customer.phone, deal };
}

test.each([500, 403])('what its number finds is offered although the search answers %i', async (answer) => {
  const { install, customer, deal } = seeded();
  enerflo.rules.add([{ path: '/api/v1/customers', answer }]);
  const of = { install: install.id, customer: customer.id, deal: deal.id };
  for (const [picks, number] of Object.entries(of) as [Picked, number][]) {
    expect(await choices(picks, String(number))).toEqual({ found: [String(number)], failure: null });
  }
});

test('whose look-up failed is told to try again, not to look whether anything was done', async () => {
  enerflo.rules.add([{ path: '/api/v3/installs/*', answer: 500 }]);
  expect((await choices('install', '2125550000')).failure?.whatToDo).toBe(tryAgain);
  for (const rule of [{ answer: 500 }, { answer: 504 }, { html: true as const }, { text: '"no list"' }]) {
    enerflo.rules.reset();
    enerflo.rules.add([{ path: '/api/v1/customers', ...rule }]);
    expect((await choices('customer', 'Nobody Known')).failure?.whatToDo).toBe(tryAgain);
  }
});

test.each(['install', 'customer', 'deal'] as const)(
  'a number of another company’s %s is said to be refused, and a phone number finds its homeowner all the same',
  async (picks) => {
    const { phone } = seeded();
    enerflo.rules.add([{ path: `/api/v3/${picks === 'deal' ? 'survey' : picks}s/*`, answer: 403, times: 1 }]);
    expect(await choices(picks, '990011')).toEqual({
      found: [],
      failure: {
        text: 'Enerflo does not allow this for this API key or this record.',
        whatToDo: 'Ask Enerflo Support what this API key may read.',
      },
    });
    const path = `/api/v3/${picks === 'deal' ? 'survey' : picks}s/${phone}`;
    enerflo.rules.add([{ path, answer: 403 }]);
    const { found, failure } = await choices(picks, phone);
    expect(failure).toBeNull();
    expect(found.length).toBeGreaterThan(0);
  },
);

test('a deal is found by the phone number and the house number of its homeowner, as by its own', async () => {
  const { customer, phone, deal } = seeded();
  const [houseNumber = ''] = customer.street?.split(' ') ?? [];
  for (const q of [phone, `${houseNumber} ${customer.lastName}`, deal.uuid]) {
    expect((await choices('deal', q)).found).toContain(deal.uuid);
  }
  expect(houseNumber).toMatch(/^\d+$/);
  expect((await choices('deal', houseNumber)).failure).toBeNull();
  expect((await choices('deal', String(deal.id))).found).toContain(String(deal.id));
});

test('an install whose agreement was voided is offered by no way, one with a status called so is', async () => {
  const { install } = seeded();
  const number = String(install.id);
  enerflo.state.setStatus(install.id, 'Voided');
  expect((await choices('install', number)).found).toEqual([number]);
  enerflo.state.voidInstall(install.id);
  id = await addEnerfloAccount({ ...database, box }, { url: enerflo.url, name: 'After it was voided' });
  expect(await choices('install', number)).toEqual({ found: [], failure: null });
});
