import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { storeObservations } from '#lib/records/store-observations.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { type StandInEnerflo, startEnerflo } from '../../../scripts/sandbox/enerflo/start-enerflo.ts';
import { addEnerfloAccount } from '../testing/add-enerflo-account.ts';
import { type ChoicesInput, findChoices } from './find-choices.ts';

const box = openSecretBox('6'.repeat(64));

let database: TestDatabase;
let enerflo: StandInEnerflo;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  // Who is new is not searched for yet.
  enerflo = await startEnerflo({ port: 0, settings: { indexDelaySeconds: 600 } });
  id = await addEnerfloAccount({ ...database, box }, { url: enerflo.url });
});

afterAll(async () => {
  await enerflo?.close();
  await closeOutbound();
  await database?.close();
});

const choices = (input: Partial<ChoicesInput> & Pick<ChoicesInput, 'picks'>) =>
  findChoices({ ...database, box }, { id, value: 'id', ...input });

const newLead = (firstName: string) =>
  enerflo.state.addLead({
    firstName,
    lastName: 'Newcomer',
    street: '4 Fresh Rd',
    city: 'Ogden',
    state: 'UT',
    zip: '84401',
  });

/** What webhooks would have left of it here. */
const tell = (kind: string, externalId: string, fields: Record<string, string>) =>
  database.db.$transaction((tx) =>
    storeObservations(tx, [
      {
        connectionId: id,
        kind,
        externalId,
        fields,
        eventId: null,
        origin: 'fetch',
        main: true,
        arrivedAt: new Date(),
        clock: null,
      },
    ]),
  );

test('a deal whose agreement waits for approval finds none, and that is no failure', async () => {
  const deal = enerflo.state.addDeal({ customerId: newLead('Dora').id });
  enerflo.state.submitDeal(deal.id);
  expect(await choices({ picks: 'install', within: deal.uuid })).toEqual({
    items: [],
    more: false,
    failure: null,
  });
});

test('the install of a deal that has one, whoever else is called alike', async () => {
  const deal = enerflo.state.addDeal({ customerId: newLead('Ivo').id });
  const install = enerflo.state.approveDeal(deal.id);
  const found = await choices({ picks: 'install', within: deal.uuid });
  expect(found).toMatchObject({
    failure: null,
    items: [{ value: String(install.id), label: 'Ivo Newcomer' }],
  });
});

test('by the number of a deal only our records know its install, and no install of that number is taken', async () => {
  const [install] = enerflo.state.installs.values();
  const number = String(install?.id);
  expect((await choices({ picks: 'install', within: number })).items).toEqual([]);
  await tell('enerflo.install', '4459999', { dealId: number, status: 'Active' });
  expect((await choices({ picks: 'install', within: number })).items).toMatchObject([{ value: '4459999' }]);
});

test('an install is found by the short code of its deal, which Enerflo shows and our records know', async () => {
  const deal = '0b1f6f0e-7f0c-4a35-9a55-00000000c0de';
  await tell('enerflo.install', '4458888', { v2DealId: deal, status: 'Active' });
  expect((await choices({ picks: 'install', q: 'osrgwigsi' })).items).toEqual([]);
  await tell('enerflo.deal', deal, { shortCode: 'osrgwigsi' });
  for (const q of ['osrgwigsi', 'OSRGWIGSI', ' osrgwigsi ', deal])
    expect((await choices({ picks: 'install', q })).items, q).toMatchObject([{ value: '4458888' }]);
});

test('a customer is found by the uuid of 2.0, given by the number, before the search knows of them', async () => {
  const lead = newLead('Cleo');
  expect((await choices({ picks: 'customer', q: 'Cleo Newcomer' })).items).toEqual([]);
  for (const q of [lead.uuid, String(lead.id)]) {
    expect(await choices({ picks: 'customer', q })).toMatchObject({
      failure: null,
      items: [{ value: String(lead.id), label: 'Cleo Newcomer' }],
    });
  }
  const nobody = await choices({ picks: 'customer', q: '00000000-0000-4000-8000-000000000000' });
  expect(nobody).toMatchObject({ items: [], failure: null });
});

test('digits that are no id are a phone number or a ZIP code all the same', async () => {
  const [customer] = enerflo.state.customers.values();
  const found = await choices({ picks: 'customer', q: customer?.phone ?? '' });
  expect(found.items.map(({ value }) => value)).toContain(String(customer?.id));
});

test('a phone number that Enerflo fails at or refuses as an id finds its homeowner all the same', async () => {
  const [, failing, refused, other] = enerflo.state.customers.values();
  const withPhone = async (phone: string | null | undefined, answer: number) => {
    enerflo.rules.add([{ path: '/api/v3/customers/*', answer, times: 1 }]);
    const { items, failure } = await choices({ picks: 'customer', q: phone ?? '' });
    return { found: items.map(({ value }) => value), failure: failure?.text ?? null };
  };
  for (const [customer, answer] of [
    [failing, 500],
    [refused, 422],
  ] as const) {
    expect(await withPhone(customer?.phone, answer)).toEqual({
      found: expect.arrayContaining([String(customer?.id)]),
      failure: null,
    });
  }
  // Where the search finds nobody either, what went wrong is told.
  expect(await withPhone('2125550000', 500)).toEqual({
    found: [],
    failure: 'Enerflo failed while it worked on the request.',
  });
  // A refused key concerns whatever is asked for.
  expect(await withPhone(other?.phone, 401)).toEqual({
    found: [],
    failure: 'Enerflo did not accept the API key.',
  });
});

test('an install is found by a phone number, which Enerflo may refuse as an id, as well as by its own number', async () => {
  const installs = [...enerflo.state.installs.values()].filter(({ deletedAt }) => deletedAt === null);
  const ids = ({ items }: { items: readonly { value: string }[] }) => items.map(({ value }) => value);
  for (const [at, answer] of [404, 422, 500].entries()) {
    const install = installs[at + 1];
    const phone = enerflo.state.customers.get(install?.customerId ?? 0)?.phone ?? '';
    enerflo.rules.add([{ path: '/api/v3/installs/*', answer, times: 1 }]);
    const found = await choices({ picks: 'install', q: phone });
    expect(ids(found)).toContain(String(install?.id));
    expect(found.failure).toBeNull();
  }
  const own = String(installs[5]?.id);
  expect(ids(await choices({ picks: 'install', q: own })).filter((id) => id === own)).toHaveLength(1);
});
