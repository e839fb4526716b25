import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { Actor } from '#lib/audit/audit.ts';
import type { JsonObject } from '#lib/json.ts';
import { getAction } from './get-action.ts';
import { insteadOf } from './instead-of.ts';
import { previewAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
let jane: Actor;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
  jane = office.person('Jane Smith');
});
afterAll(() => office.close());
beforeEach(() => {
  office.enerflo.rules.reset();
  office.enerflo.settings.indexDelaySeconds = 0;
});

const run = (operation: string, input: JsonObject, agreed: string[] = []) =>
  runAction(office.as(jane), {
    connectionId: office.connectionId,
    operation,
    input,
    agreed,
    idempotencyKey: uuidv7(),
  });
const person = (name: string) => ({
  first_name: name,
  last_name: 'Kasper',
  email: `${name.toLowerCase()}@exmaple.com`,
  phone: '4805550134',
  address: `12 ${name} St`,
  city: 'Tucson',
  state: 'AZ',
  zip: '85701',
});
const customersOf = (street: string) =>
  [...office.enerflo.state.customers.values()].filter((one) => one.street === street);
const user = () => {
  const [one] = office.enerflo.state.users.values();
  if (!one) throw new Error('the stand-in has no user');
  return one;
};

test('a lead that may not be changed as a customer is corrected under its id, and stays one', async () => {
  await run('enerflo.lead.add', { ...person('Lynn'), lead_source: 'Door' }, ['lookalikes']);
  const [lead] = customersOf('12 Lynn St');
  const { id, email: agent } = user();
  const change = { customer_id: String(lead?.id), email: 'lynn@example.com', agent_user_id: String(id) };
  const refused = await run('enerflo.customer.update', change);
  expect(refused).toMatchObject({
    state: 'failed',
    instead: 'enerflo.lead.add',
    error: {
      code: 'NOT_ALLOWED',
      whatToDo: expect.stringContaining('“Add a lead” with the same id of ours'),
    },
  });

  const instead = await insteadOf(office.as(jane), refused.id);
  expect(instead).toMatchObject({
    operation: 'enerflo.lead.add',
    why: null,
    left: [],
    input: {
      ...person('Lynn'),
      email: 'lynn@example.com',
      lead_source: 'Door',
      assign_to_email: agent,
      integration_record_id: lead?.recordId,
    },
    updates: { id: String(lead?.id), about: 'Lynn Kasper, 12 Lynn St, Tucson' },
  });
  const asked = {
    connectionId: office.connectionId,
    operation: instead.operation,
    input: instead.input ?? {},
  };
  const { lookalikes } = await previewAction(office.as(jane), asked);
  expect(lookalikes[0]).toMatchObject({
    id: String(lead?.id),
    alike: expect.arrayContaining(['record id']),
    integrationRecordId: lead?.recordId,
  });
  await expect(run(asked.operation, asked.input)).rejects.toThrow(/^It updates Lynn Kasper/);
  const done = await run(asked.operation, asked.input, ['lookalikes']);
  expect(done).toMatchObject({ state: 'done', words: 'The lead was there already and was updated.' });
  expect(customersOf('12 Lynn St')).toEqual([
    expect.objectContaining({ id: lead?.id, email: 'lynn@example.com', agentUserId: id }),
  ]);
  // What was refused tells that it was done since; what is refused later does not.
  expect(refused.insteadDoneById).toBeNull();
  expect(await getAction(office.database.db, refused.id)).toMatchObject({ insteadDoneById: done.id });
  expect(await run('enerflo.customer.update', { ...change, city: 'Marana' })).toMatchObject({
    instead: 'enerflo.lead.add',
    insteadDoneById: null,
  });
});

test('another change made as a lead since leaves the way open; it ends where Enerflo has what was wanted', async () => {
  await run('enerflo.lead.add', person('Pia'), ['lookalikes']);
  const [lead] = customersOf('12 Pia St');
  const customer_id = String(lead?.id);
  const mail = await run('enerflo.customer.update', { customer_id, email: 'pia@example.com' });
  const phone = await run('enerflo.customer.update', { customer_id, phone: '4805550177' });
  const correct = async (id: string) => {
    const { operation, input } = await insteadOf(office.as(jane), id);
    return run(operation, input ?? {}, ['lookalikes']);
  };
  const done = await correct(phone.id);
  expect(customersOf('12 Pia St')).toMatchObject([{ email: 'pia@exmaple.com', phone: '4805550177' }]);
  expect(await getAction(office.database.db, mail.id)).toMatchObject({ insteadDoneById: done.id });
  expect(await insteadOf(office.as(jane), mail.id)).toMatchObject({
    why: null,
    input: { email: 'pia@example.com', phone: '4805550177' },
  });
  expect(await insteadOf(office.as(jane), phone.id)).toMatchObject({
    input: null,
    why: expect.stringContaining('nothing is left to change'),
  });
  await correct(mail.id);
  expect((await insteadOf(office.as(jane), mail.id)).why).toContain('nothing is left to change');
});

test('what was not to change is filled in as it is today', async () => {
  await run('enerflo.lead.add', person('Nina'), ['lookalikes']);
  const [lead] = customersOf('12 Nina St');
  if (!lead) throw new Error('the lead was not added');
  const change = { customer_id: String(lead.id), city: 'Tucson', email: 'nina@example.com' };
  const refused = await run('enerflo.customer.update', change);
  // Somebody else changes it in Enerflo.
  office.enerflo.state.customers.set(lead.id, { ...lead, city: 'Marana' });
  const instead = await insteadOf(office.as(jane), refused.id);
  expect(instead.input).toMatchObject({ city: 'Marana', email: 'nina@example.com' });
});

test('what a lead cannot be told that way is named', async () => {
  const [place] = office.enerflo.state.offices.values();
  await run(
    'enerflo.lead.add',
    { ...person('Marge'), assign_to_email: user().email, office_name: place?.name ?? '' },
    ['lookalikes'],
  );
  const [lead] = customersOf('12 Marge St');
  expect(lead).toMatchObject({ agentUserId: user().id, officeId: place?.id });
  const change = {
    customer_id: String(lead?.id),
    email: null,
    city: 'Marana',
    setter_user_id: String(user().id),
  };
  const refused = await run('enerflo.customer.update', change);
  office.enerflo.rules.add([{ method: 'GET', path: '/api/v3/users/*', answer: 404 }]);
  expect(await insteadOf(office.as(jane), refused.id)).toMatchObject({
    input: {
      email: 'marge@exmaple.com',
      city: 'Marana',
      // Who has it today keeps it.
      assign_to_email: office.enerflo.state.users.get(lead?.agentUserId ?? 0)?.email,
      office_name: office.enerflo.state.offices.get(lead?.officeId ?? 0)?.name,
    },
    left: ['E-mail', 'Setter'],
  });
});

test('a wish to empty what Enerflo did not tell is named too', async () => {
  await run('enerflo.lead.add', person('Mona'), ['lookalikes']);
  const [lead] = customersOf('12 Mona St');
  const change = { customer_id: String(lead?.id), setter_user_id: null, email: 'mona@example.com' };
  const refused = await run('enerflo.customer.update', change);
  const { db } = office.database;
  const { id, before } = await db.action.findUniqueOrThrow({ where: { id: refused.id } });
  // As from an Enerflo that tells nothing of setters.
  const { setter_user_id: _, ...told } = Object(before);
  await db.action.update({ where: { id }, data: { before: told } });
  expect(await insteadOf(office.as(jane), id)).toMatchObject({
    input: { email: 'mona@example.com' },
    left: ['Setter'],
  });
});

test('a lead without an id of ours, and one that nobody can look for, have no such way, and it says why', async () => {
  const fields = { firstName: 'Nell', lastName: 'Kasper', city: 'Tucson', state: 'AZ', zip: '85701' };
  const { id } = office.enerflo.state.addLead({ ...fields, street: '12 Nell St', email: 'nell@example.com' });
  const refused = await run('enerflo.customer.update', { customer_id: String(id), first_name: 'Nelly' });
  const without = await insteadOf(office.as(jane), refused.id);
  expect(without).toMatchObject({ input: null, updates: null, link: office.enerflo.url });
  expect(without.why).toMatch(/no id of ours.*correct it in Enerflo itself/);

  office.enerflo.settings.indexDelaySeconds = 600;
  expect((await insteadOf(office.as(jane), refused.id)).why).toMatch(/list of customers does not show it/);
  office.enerflo.rules.add([{ method: 'GET', path: '/api/v3/customers/*', answer: 500 }]);
  expect((await insteadOf(office.as(jane), refused.id)).why).toMatch(/^Today’s values could not be read/);
});

test('there is no such way for what was done, nor where the key may not even read', async () => {
  await run('enerflo.lead.add', person('Olga'), ['lookalikes']);
  const [lead] = customersOf('12 Olga St');
  const change = { customer_id: String(lead?.id), first_name: 'Olya' };
  office.enerflo.rules.add([{ method: 'GET', path: '/api/v3/customers/*', answer: 403, times: 1 }]);
  const unread = await run('enerflo.customer.update', change);
  expect(unread).toMatchObject({ state: 'failed', error: { code: 'NOT_ALLOWED' }, instead: null });
  // Nothing but the same once more, for when the key may.
  expect(await insteadOf(office.as(jane), unread.id)).toMatchObject({
    operation: 'enerflo.customer.update',
    input: change,
    updates: null,
  });

  const install = [...office.enerflo.state.installs.values()].find((one) => one.deletedAt === null);
  const customer = install && office.enerflo.state.customers.get(install.customerId);
  const done = await run('enerflo.customer.update', { customer_id: String(customer?.id), city: 'Marana' });
  expect(done).toMatchObject({ state: 'done', instead: null });
});
