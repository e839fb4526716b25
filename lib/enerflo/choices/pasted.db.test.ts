import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { storeObservations } from '#lib/records/store-observations.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { type StandInEnerflo, startEnerflo } from '../../../scripts/sandbox/enerflo/start-enerflo.ts';
import { addEnerfloAccount } from '../testing/add-enerflo-account.ts';
import { findChoices } from './find-choices.ts';

const box = openSecretBox('6'.repeat(64));

let database: TestDatabase;
let enerflo: StandInEnerflo;
/** An account that Enerflo answers, and one that is told of by webhooks alone. */
let asked: string;
let told: string;
const jane = { customer: '', install: '', deal: '' };

const person = {
  firstName: 'Jane',
  lastName: 'Pasted',
  email: 'jane.p@x.com',
  phone: '5550102222',
  street: '123 Main St',
  city: 'Phoenix',
  state: 'AZ',
  zip: '85001',
};

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  enerflo = await startEnerflo({ port: 0 });
  asked = await addEnerfloAccount({ ...database, box }, { url: enerflo.url });
  told = await addEnerfloAccount({ ...database, box }, { url: 'http://127.0.0.1:9', name: 'Told' });
  const customer = enerflo.state.addLead(person);
  const deal = enerflo.state.addDeal({ customerId: customer.id });
  enerflo.state.submitDeal(deal.id);
  const install = enerflo.state.approveDeal(deal.id);
  Object.assign(jane, { customer: String(customer.id), install: String(install.id), deal: deal.uuid });
  const customerId = jane.customer;
  await tell('enerflo.customer', customerId, person);
  await tell('enerflo.install', jane.install, { customerId, dealId: deal.uuid });
  await tell('enerflo.deal', deal.uuid, { customerId });
  await tell('enerflo.customer', '990', { firstName: 'Lin', lastName: 'Wu', email: 'lin@x.com' });
});

afterAll(async () => {
  await enerflo?.close();
  await closeOutbound();
  await database?.close();
});

/** What webhooks would have left of it here. */
const tell = (kind: string, externalId: string, fields: Record<string, string>) =>
  database.db.$transaction((tx) =>
    storeObservations(tx, [
      {
        connectionId: told,
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

async function found(id: string, picks: 'install' | 'customer' | 'deal' | 'user', q: string) {
  const { items } = await findChoices({ ...database, box }, { id, picks, q, value: 'id' });
  return items.map(({ value }) => value);
}

test.each([
  'Jane Pasted <jane.p@x.com>',
  'mailto:Jane.P@x.com',
  'Phone: (555) 010-2222',
  '(555) 010-2222 (mobile)',
  '555-010-2222',
  '001 555 010 2222',
  '123 Main St, Phoenix, AZ 85001',
  'Jane Pasted, 123 Main St, Phoenix, AZ 85001',
])('a homeowner, the install and the deal are found by %s, here and in Enerflo', async (q) => {
  for (const picks of ['customer', 'install', 'deal'] as const) {
    expect(await found(told, picks, q), `${picks} here`).toEqual([jane[picks]]);
    expect(await found(asked, picks, q), `${picks} in Enerflo`).toContain(jane[picks]);
  }
});

test('a thing is found by its number with a label or in the address of its page, and no other of that number', async () => {
  for (const id of [told, asked]) {
    for (const q of [
      `Install ID: ${jane.install}`,
      `https://enerflo.io/installs/${jane.install}?tab=notes`,
    ]) {
      expect(await found(id, 'install', q)).toEqual([jane.install]);
    }
    expect(await found(id, 'customer', `https://enerflo.io/installs/${jane.customer}`)).toEqual([]);
    expect(await found(id, 'install', `Deal: ${jane.deal}`)).toEqual([jane.install]);
  }
});

test('a phone number that stands in Enerflo as people typed it is found as it stands there', async () => {
  const other = enerflo.state.addLead({ ...person, email: 'other@x.com', phone: '480.555.0177' });
  expect(await found(asked, 'customer', '480.555.0177')).toEqual([String(other.id)]);
});

test('a name of two letters, and parts of a name and of an id, are enough', async () => {
  for (const q of ['Wu', 'li wu', 'lin', '99']) expect(await found(told, 'customer', q), q).toEqual(['990']);
});

test('a user is found by a named e-mail address', async () => {
  const [, user] = enerflo.state.users.values();
  expect(await found(asked, 'user', `Email: ${user?.email}`)).toEqual([String(user?.id)]);
});
