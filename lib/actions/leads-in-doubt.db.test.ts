import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import type { ActionDetail } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { getAction } from './get-action.ts';
import { lookForDoubtful } from './look-for-doubtful.ts';
import { lookUpAction } from './look-up-action.ts';
import { previewAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
let context: ActionContext;
beforeEach(async () => {
  office = await setUpEnerflo(inject('postgres'));
  context = office.as(office.person('Jane Smith', 'admin'));
});
afterEach(() => office.close());

const lead = {
  first_name: 'Lynn',
  last_name: 'Featherstone',
  email: 'lynn.featherstone@example.com',
  phone: '480-555-0134',
  address: '12 Elm St',
  city: 'Tucson',
  state: 'AZ',
  zip: '85701',
};
const withDeal = () => ({ ...lead, createDeal: String([...office.enerflo.state.dealTypes.keys()][0]) });
const withAppointment = () => ({
  ...lead,
  appointment_type: String([...office.enerflo.state.appointmentTypes.keys()][0]),
  start: '2026-03-02T16:00:00Z',
  end: '2026-03-02T17:00:00Z',
});
const withInstall = () => ({
  ...lead,
  survey_type_id: String([...office.enerflo.state.dealTypes.keys()][0]),
  assign_to_email: [...office.enerflo.state.users.values()][1]?.email ?? '',
});
const agreed = ['lookalikes', 'completes-change-order'];
const run = (operation: string, input: JsonObject, more: string[] = []) =>
  runAction(context, {
    connectionId: office.connectionId,
    operation,
    input,
    idempotencyKey: uuidv7(),
    agreed: [...agreed, ...more],
  });
/** The same, of which no answer comes; `hang: true` never reaches what Enerflo keeps. */
async function inDoubt(operation: string, input: JsonObject, hang: true | 'after-store' = 'after-store') {
  office.enerflo.rules.add([{ method: 'POST', hang, times: 1 }]);
  const doubtful = await run(operation, input);
  expect(doubtful).toMatchObject({ state: 'unknown', canLookUp: true });
  return doubtful;
}
/** What looking comes to once so much time went by that what is not there did not arrive. */
async function looked({ id }: ActionDetail): Promise<ActionDetail> {
  await lookUpAction(context, id);
  await office.database.pool.query(
    `UPDATE action_attempt SET started_at = started_at - interval '100 seconds'
     WHERE action_id = $1 AND purpose = 'write'`,
    [id],
  );
  await office.database.pool.query(
    `UPDATE action SET due_at = due_at - interval '100 seconds', created_at = created_at - interval '100 seconds'
     WHERE id = $1`,
    [id],
  );
  await lookForDoubtful({ ...context, signal: new AbortController().signal });
  return await getAction(office.database.db, id);
}
const customers = () =>
  [...office.enerflo.state.customers.values()].filter(({ lastName }) => lastName === 'Featherstone');
const sizes = () => [customers().length, office.enerflo.state.deals.size];

test('a lead with a deal, with an appointment or with an install that arrived is found, and stays one', async () => {
  const cases = [
    ['enerflo.lead.add-with-deal', withDeal(), 'The lead and its deal are there.'],
    ['enerflo.lead.add-with-appointment', withAppointment(), 'The lead and its appointment are there.'],
  ] as const;
  for (const [operation, input, words] of cases) {
    const doubtful = await inDoubt(operation, input);
    const found = await lookUpAction(context, doubtful.id);
    expect(found).toMatchObject({ state: 'done', readBack: 'same', words });
    expect(found.recordKeys).toContain(`enerflo.customer:${customers()[0]?.id}`);
  }
  expect(customers()).toHaveLength(1);
  const other = { ...withInstall(), first_name: 'Ada', email: 'ada@example.com', address: '3 Oak St' };
  const doubtful = await inDoubt('enerflo.lead-install.add', other);
  const found = await lookUpAction(context, doubtful.id);
  const install = [...office.enerflo.state.installs.keys()].at(-1);
  expect(found).toMatchObject({
    state: 'done',
    readBack: 'same',
    words: 'The lead and its install are there.',
  });
  expect(found.recordKeys).toContain(`enerflo.install:${install}`);
  expect(found.link).toContain(`/installs/${install}`);
});

test('one that never arrived is said to be so, and may be sent again', async () => {
  const doubtful = await inDoubt('enerflo.lead.add-with-deal', withDeal(), true);
  expect(await looked(doubtful)).toMatchObject({ state: 'failed', error: { code: 'DID_NOT_ARRIVE' } });
  expect(await run('enerflo.lead.add-with-deal', withDeal())).toMatchObject({ state: 'done' });
  expect(customers()).toHaveLength(1);
});

test('a lead that was there without the rest is told apart from one that never came', async () => {
  await run('enerflo.lead.add', lead);
  const doubtful = await inDoubt('enerflo.lead.add-with-appointment', withAppointment(), true);
  const looking = await looked(doubtful);
  expect(looking).toMatchObject({
    state: 'failed',
    error: { code: 'ARRIVED_IN_PART', text: 'The lead is in Enerflo, but this appointment is not.' },
  });
  expect(looking.recordKeys).toContain(`enerflo.customer:${customers()[0]?.id}`);
});

test('where a deal was there before nobody can tell: a person decides, who may then send it again', async () => {
  await run('enerflo.lead.add-with-deal', withDeal());
  // That was long ago.
  const [customer] = customers();
  if (customer) office.enerflo.state.customers.set(customer.id, { ...customer, createdAt: new Date(0) });
  const doubtful = await inDoubt('enerflo.lead.add-with-deal', withDeal(), true);
  const before = sizes();
  const asked = {
    connectionId: office.connectionId,
    operation: 'enerflo.lead.add-with-deal',
    input: withDeal(),
  };
  // While it is still looked for, nobody may send it again, whatever he says.
  await expect(run(asked.operation, asked.input, ['in-doubt'])).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await looked(doubtful)).toMatchObject({
    state: 'unknown',
    canLookUp: false,
    canSettle: true,
    error: { code: 'NOBODY_CAN_TELL', whatToDo: expect.stringContaining('deals of the customer') },
  });
  const row = await office.database.db.action.findUniqueOrThrow({ where: { id: doubtful.id } });
  expect(row.dueAt).toBeNull();
  const preview = await previewAction(context, asked);
  expect(preview.sideEffects).toContainEqual(expect.objectContaining({ code: 'in-doubt', agree: true }));
  await expect(run(asked.operation, asked.input)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(sizes()).toEqual(before);
  expect(await run(asked.operation, asked.input, ['in-doubt'])).toMatchObject({ state: 'done' });
});
