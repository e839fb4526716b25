import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandInEnerflo, startEnerflo } from '../start-enerflo.ts';
import { at, callerOf, rowsOf } from '../testing/caller.ts';

let enerflo: StandInEnerflo;
let call: ReturnType<typeof callerOf>;
beforeAll(async () => {
  enerflo = await startEnerflo({ port: 0 });
  call = callerOf(enerflo);
});
afterAll(() => enerflo.close());

const someone = (unconverted: boolean) => {
  const found = [...enerflo.state.customers.values()].find((one) => one.unconverted === unconverted);
  if (!found) throw new Error('The seed has no such customer.');
  return found;
};

test('v1 lists by page size, newest first, with [] for an empty map and the uuid under integrations', async () => {
  const page = await call('GET /api/v1/customers?page=2&pageSize=15');
  expect(at(page.json, 'dataCount')).toBe(40);
  const rows = rowsOf(page.json, 'data');
  const ids = [...enerflo.state.customers.keys()].reverse();
  expect(rows.map((row) => row.id)).toEqual(ids.slice(15, 30));
  const lead = someone(true);
  const found = rowsOf((await call(`GET /api/v1/customers?search=${lead.uuid}`)).json, 'data');
  expect(found).toMatchObject([{ id: lead.id, surveys: [], mobile: lead.phone, status_name: 'New' }]);
  expect(at(found[0] ?? {}, 'integrations', 'Enerflo V2', 'EnerfloV2Customer', 'integration_record_id')).toBe(
    lead.uuid,
  );
});

test('agent_id is nobody among the users: agent_user_id is', async () => {
  const { id, agentUserId } = someone(false);
  const customer = (await call(`GET /api/v3/customers/${id}`)).json;
  expect(at(customer, 'agent_user_id')).toBe(agentUserId);
  expect((await call(`GET /api/v3/users/${at(customer, 'agent_user_id')}`)).status).toBe(200);
  expect((await call(`GET /api/v3/users/${at(customer, 'agent_id')}`)).status).toBe(404);
});

test('v3 reads by either id; the older API finds no uuid; ids of other things find nothing', async () => {
  const { id, uuid } = someone(false);
  const byUuid = await call(`GET /api/v3/customers/${uuid}`);
  expect(at(byUuid.json, 'id')).toBe(id);
  expect(rowsOf(byUuid.json, 'integration_maps')[0]).toMatchObject({ external_id: uuid });
  expect((await call(`GET /api/v1/customers/${uuid}`)).status).toBe(404);
  const [install] = enerflo.state.installs.keys();
  const wrong = await call(`GET /api/v3/customers/${install}`);
  expect(wrong.status).toBe(404);
  expect(wrong.headers.get('content-type')).toContain('text/html');
});

test('a customer is changed by integer id and in parts; a uuid and an unconverted lead are refused', async () => {
  const { id, uuid, lastName } = someone(false);
  const put = await call(`PUT /api/v3/customers/${id}`, {
    phone: '8015559999',
    assign_to_email: 'x@example.com',
  });
  expect(put.json).toMatchObject({ phone: '8015559999', last_name: lastName });
  expect((await call(`PUT /api/v3/customers/${uuid}`, { phone: '1' })).status).toBe(403);
  expect((await call(`PUT /api/v3/customers/${someone(true).id}`, { phone: '1' })).status).toBe(403);
  expect((await call(`PUT /api/v3/customers/${id}`, { agent_user_id: 91_240 })).status).toBe(422);
});

test('users: pageSize is passed over and 100 is the page; per_page is honoured', async () => {
  const small = (await call('GET /api/v3/users?pageSize=10')).json;
  expect(rowsOf(small, 'results')).toHaveLength(100);
  expect(at(small, 'totalPages')).toBe(2);
  expect(rowsOf((await call('GET /api/v3/users?page=2&pageSize=10')).json, 'results')).toHaveLength(32);
  const whole = (await call('GET /api/v3/users?per_page=500')).json;
  expect(rowsOf(whole, 'results')).toHaveLength(132);
  enerflo.settings.companyFilter = 'forbidden';
  expect((await call('GET /api/v3/users?company_id=1208')).status).toBe(403);
});

test('appointments: by id or e-mail, UTC unless an offset says otherwise', async () => {
  const { id, email } = someone(false);
  const [type] = enerflo.state.appointmentTypes.keys();
  const times = { start: '2026-12-21 11:00:00-05:00', end: '2026-12-21 17:00:00' };
  const made = await call('POST /api/v1/appointments', {
    customer: id,
    appointment_type: type ?? 0,
    ...times,
  });
  expect(made.json).toMatchObject({
    start_time: '2026-12-21T16:00:00.000Z',
    len: 60,
    enerflo_customer_id: id,
  });
  const appointment = at(made.json, 'enerflo_apt_id');
  const moved = await call(`PUT /api/v1/appointments/${appointment}`, { end: '2026-12-21 18:30:00' });
  expect(at(moved.json, 'end_time')).toBe('2026-12-21T18:30:00.000Z');
  await call('POST /api/v1/appointments', { customer: email, appointment_type: type ?? 0, ...times });
  const list = await call(`GET /api/v3/customers/${id}/appointments`);
  expect(rowsOf(list.json, 'results').map((row) => row.id)).toContain(appointment);
  expect(rowsOf(list.json, 'results')).toHaveLength(2);
  const nobody = await call('POST /api/v1/appointments', {
    customer: 'new@example.com',
    appointment_type: type ?? 0,
    ...times,
  });
  expect(nobody.status).toBe(404);
  expect(nobody.text).toContain('No customer found');
  const short = { customer: id, appointment_type: type ?? 0, start: '2026-12-21', end: '2026-12-22' };
  expect((await call('POST /api/v1/appointments', short)).status).toBe(422);
});

test('offices, deals by either id, and whose key it is', async () => {
  expect(rowsOf((await call('GET /api/v3/offices')).json, 'results')).toHaveLength(4);
  const [deal] = [...enerflo.state.deals.values()];
  for (const id of [deal?.id, deal?.uuid]) {
    const read = await call(`GET /api/v3/surveys/${id}`);
    expect(read.json).toMatchObject({ id: deal?.id, v2_survey_id: deal?.uuid });
  }
  expect((await call('GET /api/v3/authcheck')).json).toMatchObject({ success: true, user: { id: 40_711 } });
});
