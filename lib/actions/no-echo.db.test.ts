import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import type { Change } from '../../scripts/sandbox/enerflo/state/change.ts';
import type { ActionContext } from './action-context.ts';
import { runAction } from './run-action.ts';
import { hearWebhooks, watchChanges } from './testing/hear-webhooks.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
let context: ActionContext;
let changes: Change[];
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
  context = office.as(office.person('Jane Smith', 'admin'));
  changes = watchChanges(office);
});
afterAll(() => office.close());
beforeEach(() => changes.splice(0));

const agreed = ['emails-homeowner', 'lookalikes', 'completes-change-order'];
const run = (operation: string, input: JsonObject) =>
  runAction(context, {
    connectionId: office.connectionId,
    operation,
    input,
    idempotencyKey: uuidv7(),
    agreed,
  });
/** Runs it, and gives what the webhooks that follow tell for news. */
async function newsOf(operation: string, input: JsonObject): Promise<string[]> {
  expect(await run(operation, input)).toMatchObject({ state: 'done', readBack: 'same' });
  expect(changes).not.toEqual([]);
  return await hearWebhooks(office, changes);
}
function anInstall() {
  const install = [...office.enerflo.state.installs.values()].find((one) => one.deletedAt === null);
  if (!install) throw new Error('the stand-in has no install');
  return install;
}
const recordOf = (kind: string, externalId: unknown) =>
  office.database.db.record.findFirst({ where: { kind, externalId: String(externalId) } });

test('the webhook of a status that was set here brings nothing new; of one set in Enerflo it does', async () => {
  const { state } = office.enerflo;
  const { id, installCompanyId } = state.setStatus(anInstall().id, 'Active');
  await hearWebhooks(office, changes);
  state.setStatus(id, 'Completed');
  expect(await hearWebhooks(office, changes)).toContain('enerflo.install status');
  const onHold = [...state.statuses.values()].find(
    (one) => one.name === 'On Hold' && one.companyId === installCompanyId,
  );
  const input = { install_id: String(id), status_id: String(onHold?.id) };
  expect(await newsOf('enerflo.install.update-status', input)).toEqual([]);
});

test('nor does that of a customer, a milestone or a note', async () => {
  const { state } = office.enerflo;
  const { id, customerId } = anInstall();
  state.updateCustomer(customerId, { email: 'lynn@example.com' });
  const [milestone] = state.milestonesOf(id).filter((one) => one.completedOn === null);
  state.setMilestone(milestone?.id ?? 0, { startDate: '2026-03-01' });
  await hearWebhooks(office, changes);
  const changed = { customer_id: String(customerId), phone: '480-555-0177', email: 'kasper@example.com' };
  expect(await newsOf('enerflo.customer.update', changed)).toEqual([]);
  const completed = {
    install_id: String(id),
    milestone_id: String(milestone?.id),
    completed_date: '2026-03-02',
  };
  expect(await newsOf('enerflo.milestone.update', completed)).toEqual([]);
  expect(await newsOf('enerflo.note.add', { install_id: String(id), body: 'Roof is done' })).toEqual([]);
});

test('an appointment made or moved here is remembered, and its webhooks bring nothing new', async () => {
  const { state } = office.enerflo;
  const [type] = state.appointmentTypes.values();
  const users = [...state.users.values()].filter(({ deletedAt }) => !deletedAt);
  const { customerId } = anInstall();
  const made = {
    customer: String(customerId),
    appointment_type: String(type?.id),
    start: '2026-03-02T16:00:00Z',
    end: '2026-03-02T17:00:00Z',
    user: users[1]?.email ?? '',
  };
  await run('enerflo.appointment.create', made);
  const id = [...state.appointments.keys()].at(-1);
  expect(await recordOf('enerflo.appointment', id)).toMatchObject({
    fields: expect.objectContaining({ startsAt: '2026-03-02T16:00:00.000Z', customerId: String(customerId) }),
  });
  expect(await hearWebhooks(office, changes)).toEqual([]);
  const moved = {
    customer_id: String(customerId),
    appointment_id: String(id),
    start: '2026-03-03T16:00:00Z',
    end: '2026-03-03T17:30:00Z',
    user: users[2]?.email ?? '',
  };
  expect(await newsOf('enerflo.appointment.change', moved)).toEqual([]);
});

const lead = {
  first_name: 'Lynn',
  last_name: 'Kasper',
  email: 'lynn.kasper@example.com',
  phone: '480-555-0134',
  address: '12 Elm St',
  city: 'Tucson',
  state: 'AZ',
  zip: '85701',
};

test('nor does that of a lead which was there and is updated', async () => {
  await run('enerflo.lead.add', lead);
  await hearWebhooks(office, changes);
  expect(await newsOf('enerflo.lead.add', { ...lead, phone: '480-555-0135' })).toEqual([]);
});

test('nor that of a lead with an install, which is read back as well', async () => {
  const { state } = office.enerflo;
  const [dealType] = state.dealTypes.keys();
  const input = {
    ...lead,
    email: 'kasper@example.org',
    survey_type_id: String(dealType),
    assign_to_email: [...state.users.values()][1]?.email ?? '',
    customer_integration_id: 'C-1',
    customer_integration_record_type: 'Customer',
    install_integration_id: 'P-1',
    install_integration_record_type: 'Project',
  };
  const done = await run('enerflo.lead-install.add', input);
  expect(done).toMatchObject({ state: 'done', readBack: 'same' });
  const id = [...state.installs.keys()].at(-1);
  expect(await recordOf('enerflo.install', id)).not.toBeNull();
  await hearWebhooks(office, changes);
  expect(await newsOf('enerflo.lead-install.add', { ...input, phone: '480-555-0136' })).toEqual([]);
});
