import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StandInEnerflo, startEnerflo } from '../start-enerflo.ts';
import type { Change } from '../state/change.ts';
import { at, callerOf, rowsOf } from '../testing/caller.ts';

let enerflo: StandInEnerflo;
let call: ReturnType<typeof callerOf>;
const changes: Change[] = [];
beforeEach(async () => {
  enerflo = await startEnerflo({ port: 0, leads: 0, settings: { installDelaySeconds: null } });
  call = callerOf(enerflo);
  changes.length = 0;
  enerflo.state.on((change) => changes.push(change));
});
afterEach(() => enerflo.close());

const lead = {
  first_name: 'Jane',
  last_name: 'Doe',
  email: 'jane.doe@example.com',
  mobile: '5551234567',
  address: '123 Solar Way',
  city: 'San Diego',
  state: 'CA',
  zip: '02101',
  office_match: 'manual',
  integration_record_id: 'crm-1',
};
const add = (body: Record<string, unknown>) =>
  call('POST /api/v1/partner/action/lead/add', JSON.parse(JSON.stringify(body)));
const customers = () => [...enerflo.state.customers.values()];

test('the same record id updates the lead, another makes a second one', async () => {
  const first = await add({ lead });
  expect(first.json).toMatchObject({ status: 'success', message: 'Lead Added' });
  expect(first.text.length).toBeGreaterThan(500);
  const again = await add({ lead: { ...lead, city: 'La Jolla', email: undefined } });
  expect(again.json).toMatchObject({ message: 'Lead Updated', customer_id: at(first.json, 'customer_id') });
  await add({ lead: { ...lead, integration_record_id: 'crm-2' } });
  expect(customers()).toMatchObject([
    { city: 'La Jolla', email: 'jane.doe@example.com', phone: '5551234567', zip: '02101', unconverted: true },
    { city: 'San Diego' },
  ]);
  expect(changes.map(({ entity, what, by }) => `${entity} ${what} ${by}`)).toEqual([
    'customer created api',
    'customer updated api',
    'customer created api',
  ]);
});

test('what comes with a lead is made, or passed over in silence where this Enerflo does not take it', async () => {
  const [type] = enerflo.state.appointmentTypes.keys();
  const appointment = { appointment_type: type, start: '2026-03-02 16:00:00', end: '2026-03-02 17:00:00' };
  const more = { ...lead, createDeal: [...enerflo.state.dealTypes.keys()][0], appointment };
  const made = () => [enerflo.state.deals.size, enerflo.state.appointments.size];
  const before = made();
  enerflo.settings.leadMore = 'passed-over';
  expect((await add({ lead: more })).status).toBe(200);
  expect(made()).toEqual(before);
  enerflo.settings.leadMore = 'made';
  expect((await add({ lead: more })).status).toBe(200);
  expect(made()).toEqual(before.map((count) => count + 1));
});

test('only its own form is understood, and another phone key is passed over in silence', async () => {
  const flat = await add({ ...lead, phone: '1' });
  expect(flat.status).toBe(422);
  expect(at(flat.json, 'errors', 'lead.first_name', 0)).toBe('The first name field is required.');
  await add({ lead: { ...lead, mobile: undefined, phone: '5550000000' } });
  expect(customers()).toMatchObject([{ phone: null }]);
  enerflo.settings.leadBody = 'flat';
  enerflo.settings.leadPhone = 'phone';
  enerflo.settings.leadAnswer = 'data-lead';
  const guide = await add({ ...lead, integration_record_id: undefined, phone: '5551234567' });
  expect(at(guide.json, 'data', 'lead', 'id')).toBe(customers()[1]?.id);
  expect(customers()[1]).toMatchObject({ phone: '5551234567', recordId: null });
  expect((await add({ lead })).status).toBe(422);
});

test('assigns by login e-mail; an unknown one is left blank; without "manual" the place decides', async () => {
  const agent = [...enerflo.state.users.values()].find((one) => one.roles.includes('Agent'));
  await add({ lead: { ...lead, assign_to_email: agent?.email.toUpperCase() } });
  await add({ lead: { ...lead, integration_record_id: 'b', assign_to_email: 'nobody@example.com' } });
  await add({ lead: { ...lead, integration_record_id: 'c', office_match: undefined, state: 'tx' } });
  const [known, unknown, placed] = customers();
  expect(known?.agentUserId).toBe(agent?.id);
  expect(unknown?.agentUserId).toBeNull();
  const office = [...enerflo.state.offices.values()].find((one) => one.state === 'TX');
  expect(placed?.officeId).toBe(office?.id);
  expect(placed?.agentUserId).not.toBeNull();
});

test('begins a deal and makes an appointment in the same call', async () => {
  const type = [...enerflo.state.dealTypes.keys()][0];
  const appointmentType = [...enerflo.state.appointmentTypes.keys()][0];
  const made = await add({
    lead: {
      ...lead,
      createDeal: type,
      add_note: 'Ring twice.',
      appointment: {
        appointment_type: appointmentType,
        start: '2026-12-01 17:00:00',
        end: '2026-12-01 18:00:00',
      },
    },
  });
  const [customer] = customers();
  expect(customer).toMatchObject({ unconverted: false, notes: [{ text: 'Ring twice.' }] });
  expect(at(made.json, 'deal', 'v2_id')).toBe([...enerflo.state.deals.values()][0]?.uuid);
  expect([...enerflo.state.appointments.values()]).toMatchObject([
    { customerId: customer?.id, start: new Date('2026-12-01T17:00:00Z') },
  ]);
  expect((await add({ lead: { ...lead, createDeal: 1 } })).status).toBe(422);
});

test('refuses a duplicate where the company blocks them, and a lead without e-mail where it asks for one', async () => {
  await add({ lead });
  enerflo.settings.duplicates = 'block';
  const twin = { ...lead, integration_record_id: 'x', email: 'other@example.com', mobile: '5550001111' };
  expect((await add({ lead: twin })).status).toBe(422);
  expect((await add({ lead: { ...twin, address: '9 Elsewhere St' } })).status).toBe(200);
  expect((await add({ lead: { ...lead, city: 'La Jolla' } })).json).toMatchObject({
    message: 'Lead Updated',
  });
  enerflo.settings.emailRequired = true;
  const without = await add({
    lead: { ...lead, email: undefined, integration_record_id: 'y', address: '1 B St' },
  });
  expect(at(without.json, 'errors', 'lead.email', 0)).toBe('The email field is required.');
});

test('a lead with install: the same ids update, and a new size makes a completed change order', async () => {
  const agent = [...enerflo.state.users.values()].find((one) => one.roles.includes('Agent'));
  const { integration_record_id: _, office_match: __, ...person } = lead;
  const given = {
    ...person,
    survey_type_id: [...enerflo.state.dealTypes.keys()][0],
    assign_to_email: agent?.email,
    system_size: 8.4,
    system_cost: 30_000,
    last_completed_milestone: 'Site Survey',
    complete_previous_milestones: true,
    date_signed: '2026-10-01',
    install_integration_id: 'job-7',
    customer_integration_id: 'person-7',
  };
  const put = (more: object) =>
    call('POST /api/v1/lead-installs', JSON.parse(JSON.stringify({ ...given, ...more })));
  const made = await put({});
  const [install] = [...enerflo.state.installs.values()];
  expect(made.json).toMatchObject({ status: 'success', install_id: install?.id });
  expect(install?.system).toMatchObject({ sizeWatts: 8_400, grossCost: 30_000 });
  const done = enerflo.state.milestonesOf(install?.id ?? 0).map((one) => one.completedOn);
  expect(done.slice(0, 4)).toEqual(['2026-10-01', '2026-10-01', '2026-10-01', null]);
  await put({ system_size: 9.2, last_completed_milestone: undefined });
  expect(enerflo.state.installs.size).toBe(1);
  expect([...enerflo.state.changeOrders.values()]).toMatchObject([
    { status: 'complete', values: { system_size: { old: 8.4, new: 9.2 } } },
  ]);
  expect(new Set(changes.map((change) => change.by))).toEqual(new Set(['lead-installs']));
  expect((await put({ last_completed_milestone: 'No such' })).status).toBe(422);
  expect((await put({ email: '' })).status).toBe(422);
});

test('a lead is found by searches only once it is indexed', async () => {
  await add({ lead });
  const uuid = customers()[0]?.uuid ?? '';
  const map = {
    integration_record_type: 'EnerfloV2Customer',
    integration_id: '35',
    integration_record_id: uuid,
  };
  const search = async () =>
    at((await call('POST /api/v1/integrations/map/search?v=v1v2', map)).json, 'data');
  expect(at(await search(), 'lead', 'id')).toBe(customers()[0]?.id);
  enerflo.settings.indexDelaySeconds = 600;
  expect(await search()).toEqual([]);
  expect(rowsOf((await call('GET /api/v1/lookups/customer?external_id=crm-1')).json, 'data')).toEqual([]);
  expect((await call(`GET /api/v3/customers/${uuid}`)).status).toBe(200);
});
