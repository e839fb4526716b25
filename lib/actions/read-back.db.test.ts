import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import type { ActionContext } from './action-context.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
let context: ActionContext;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
  context = office.as(office.person('Jane Smith', 'admin'));
});
afterEach(() => {
  office.enerflo.settings.leadMore = 'made';
  office.enerflo.settings.indexDelaySeconds = 0;
  office.enerflo.rules.reset();
});
afterAll(() => office.close());

const lead = (name: string) => ({
  first_name: 'Lynn',
  last_name: name,
  email: `${name.toLowerCase()}@example.com`,
  phone: '480-555-0134',
  address: `12 ${name} St`,
  city: 'Tucson',
  state: 'AZ',
  zip: '85701',
});
const withAppointment = (name: string) => ({
  ...lead(name),
  appointment_type: String([...office.enerflo.state.appointmentTypes.keys()][0]),
  start: '2026-03-02T16:00:00Z',
  end: '2026-03-02T17:00:00Z',
});
const withDeal = (name: string) => ({
  ...lead(name),
  createDeal: String([...office.enerflo.state.dealTypes.keys()][0]),
});
const run = (operation: string, input: JsonObject) =>
  runAction(context, {
    connectionId: office.connectionId,
    operation,
    input,
    idempotencyKey: uuidv7(),
    agreed: ['lookalikes', 'completes-change-order'],
  });
/** The fields of which Enerflo has something else, by what it has. */
const others = ({ fields }: Awaited<ReturnType<typeof run>>) =>
  Object.fromEntries(
    fields.flatMap(({ field, now, after, nowTold }) =>
      nowTold && now !== after && String(now) !== String(after) ? [[field, now]] : [],
    ),
  );
const untold = ({ fields }: Awaited<ReturnType<typeof run>>) =>
  fields.filter(({ nowTold }) => !nowTold).map(({ field }) => field);
const notListed = (what: string) =>
  expect.stringMatching(
    new RegExp(`^The lead was .*\\. Enerflo does not list its ${what}: it may come late, or .* not`),
  );
const proofs = async () => {
  const where = { connectionId: office.connectionId };
  return (await office.database.db.enerfloAccount.findUniqueOrThrow({ where })).proofs;
};

test('a lead whose appointment Enerflo passes over is not said to be as asked; the lead itself shows how the account is set', async () => {
  office.enerflo.settings.leadMore = 'passed-over';
  const done = await run('enerflo.lead.add-with-appointment', withAppointment('Passed'));
  expect(done).toMatchObject({ state: 'done', readBack: 'not-read', words: notListed('appointment') });
  expect(untold(done)).toEqual(['appointment_type', 'start', 'end']);
  expect(await proofs()).toMatchObject({ leadBody: { right: true }, leadPhone: { right: true } });
});

test('a lead with its appointment is as asked, and is found by the appointment too', async () => {
  const done = await run('enerflo.lead.add-with-appointment', withAppointment('Made'));
  expect(done).toMatchObject({ state: 'done', readBack: 'same' });
  const id = [...office.enerflo.state.appointments.keys()].at(-1);
  expect(done.recordKeys).toEqual([
    expect.stringContaining('enerflo.customer:'),
    `enerflo.appointment:${id}`,
  ]);
  expect(done.fields.find(({ field }) => field === 'start')).toMatchObject({ nowTold: true });
  const where = { kind: 'enerflo.appointment', externalId: String(id) };
  expect(await office.database.db.record.findFirst({ where })).toMatchObject({
    fields: { startsAt: '2026-03-02T16:00:00.000Z' },
  });
});

test('where the appointments cannot be read it is not said that all is as asked', async () => {
  office.enerflo.rules.add([{ method: 'GET', path: '/api/v3/customers/*/appointments', answer: 500 }]);
  const done = await run('enerflo.lead.add-with-appointment', withAppointment('Unread'));
  expect(done).toMatchObject({ state: 'done', readBack: 'not-read' });
});

test('a lead whose deal Enerflo passes over is not said to be as asked', async () => {
  office.enerflo.settings.leadMore = 'passed-over';
  const done = await run('enerflo.lead.add-with-deal', withDeal('Dealless'));
  expect(done).toMatchObject({ state: 'done', readBack: 'not-read', words: notListed('deal') });
  expect(untold(done)).toEqual(['createDeal']);
});

test('what Enerflo lists late is not said to be missing: a new lead’s deal, one more of a lead that was there, an appointment', async () => {
  const name = 'Lately';
  office.enerflo.settings.indexDelaySeconds = 600;
  const added = await run('enerflo.lead.add-with-deal', withDeal(name));
  expect(added).toMatchObject({ state: 'done', readBack: 'not-read', words: notListed('deal') });
  // What was read by its id is told all the same.
  expect(untold(added)).toEqual(['createDeal']);

  const { state } = office.enerflo;
  const customer = [...state.customers.values()].find(({ lastName }) => lastName === name);
  if (!customer) throw new Error('the lead was not added');
  state.customers.set(customer.id, { ...customer, createdAt: new Date(0) });
  const updated = await run('enerflo.lead.add-with-deal', { ...withDeal(name), city: 'Marana' });
  expect(updated).toMatchObject({ state: 'done', readBack: 'not-read', words: notListed('deal') });
  expect(updated.words).toMatch(/was updated/);
  expect(others(updated)).toEqual({});

  const met = await run('enerflo.lead.add-with-appointment', withAppointment('Lateness'));
  expect(met).toMatchObject({ state: 'done', readBack: 'not-read', words: notListed('appointment') });
  expect(others(met)).toEqual({});
});

test('what Enerflo lists a moment late is found by looking again', async () => {
  office.enerflo.settings.indexDelaySeconds = 1;
  const done = await run('enerflo.lead.add-with-appointment', withAppointment('Soon'));
  expect(done).toMatchObject({ state: 'done', readBack: 'same', words: 'The lead was added.' });
});

test('of a deal that was started Enerflo does not tell whether its type is the one that was asked for', async () => {
  const done = await run('enerflo.lead.add-with-deal', withDeal('Dealt'));
  expect(done).toMatchObject({ state: 'done', readBack: 'same' });
  expect(done.fields.filter(({ nowTold }) => !nowTold).map(({ field }) => field)).toEqual(['createDeal']);
});

test('a lead that Enerflo gave to nobody and to no office is not as asked', async () => {
  const done = await run('enerflo.lead.add', {
    ...lead('Nobodys'),
    assign_to_email: 'nobody@nowhere.example',
    setter_email: 'nobody@nowhere.example',
    office_name: 'Nowhere',
  });
  expect(done).toMatchObject({ state: 'done', readBack: 'differs' });
  expect(others(done)).toEqual({ assign_to_email: null, setter_email: null, office_name: null });
});

test('a lead that went to those it was given to is as asked, however the office was typed', async () => {
  const { state } = office.enerflo;
  const [first] = state.offices.values();
  const email = [...state.users.values()].find(({ deletedAt }) => !deletedAt)?.email ?? '';
  const done = await run('enerflo.lead.add', {
    ...lead('Somebodys'),
    assign_to_email: email,
    setter_email: email,
    office_name: first?.name.toUpperCase() ?? '',
  });
  expect(done).toMatchObject({ state: 'done', readBack: 'same' });
  expect(done.fields.map(({ nowTold }) => nowTold)).not.toContain(false);
});

test('an install whose customer belongs to nobody is not as asked', async () => {
  const { createDeal, ...person } = withDeal('Nobodyshome');
  const done = await run('enerflo.lead-install.add', {
    ...person,
    survey_type_id: createDeal,
    assign_to_email: 'nobody@nowhere.example',
  });
  expect(done).toMatchObject({ state: 'done', readBack: 'differs' });
  expect(others(done)).toEqual({ assign_to_email: null });
});

test('a lead with an install that is sent again is updated, with no id given', async () => {
  const { state } = office.enerflo;
  const { createDeal, ...person } = withDeal('Twice');
  const email = [...state.users.values()].find(({ deletedAt }) => !deletedAt)?.email ?? '';
  const input = { ...person, survey_type_id: createDeal, assign_to_email: email, date_signed: '2026-02-01' };
  const sizes = () => [state.customers.size, state.installs.size];
  await run('enerflo.lead-install.add', input);
  const once = sizes();
  await run('enerflo.lead-install.add', { ...input, notes: 'Gate 7', phone: '480-555-0199' });
  expect(sizes()).toEqual(once);
  // A size that was corrected is told by the id that the install has.
  const install = [...state.installs.values()].at(-1);
  const own = { install_integration_id: install?.recordId ?? '', install_integration_record_type: 'Install' };
  await run('enerflo.lead-install.add', { ...input, ...own, system_size: '8.2' });
  expect(sizes()).toEqual(once);
  expect(state.installs.get(install?.id ?? 0)).toMatchObject({ system: { sizeWatts: 8200 } });
});

test('a second contract of a homeowner is an install of its own, and the first stays as it is', async () => {
  const { state } = office.enerflo;
  const { createDeal, ...person } = withDeal('Second');
  const email = [...state.users.values()].find(({ deletedAt }) => !deletedAt)?.email ?? '';
  const input = { ...person, survey_type_id: createDeal, assign_to_email: email, system_size: '8' };
  await run('enerflo.lead-install.add', input);
  const [customers, installs] = [state.customers.size, [...state.installs.values()]];
  const orders = state.changeOrders.size;
  await run('enerflo.lead-install.add', { ...input, date_signed: '2026-05-01' });
  await run('enerflo.lead-install.add', { ...input, system_size: '4' });
  expect([...state.installs.values()].slice(0, -2)).toEqual(installs);
  expect(state.customers.size).toBe(customers);
  // A customer has one address: the owner of another unit does not take the place of this one.
  await run('enerflo.lead-install.add', { ...input, unit: '2' });
  expect([...state.installs.values()].slice(0, -3)).toEqual(installs);
  expect(state.customers.size).toBe(customers + 1);
  expect(state.changeOrders.size).toBe(orders);
});
