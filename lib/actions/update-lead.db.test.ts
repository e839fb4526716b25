import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { hideInAction } from './hide-in-action.ts';
import { notLookedCode } from './not-looked.ts';
import { previewAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
});
afterAll(() => office.close());
beforeEach(() => {
  office.enerflo.rules.reset();
  office.enerflo.settings.indexDelaySeconds = 0;
});

const jane = () => office.as(office.person('Jane Smith', 'admin'));
const add = 'enerflo.lead.add';
const person = (name: string) => ({
  first_name: name,
  last_name: 'Park',
  email: `${name.toLowerCase()}@example.com`,
  phone: '5125550188',
  address: `12 ${name} St`,
  city: 'Tucson',
  state: 'AZ',
  zip: '85701',
  lead_source: 'Door',
});
const ask = (operation: string, input: JsonObject) => ({
  connectionId: office.connectionId,
  operation,
  input,
});
const run = (operation: string, input: JsonObject, agreed: string[], seen: string | null = null) =>
  runAction(jane(), { ...ask(operation, input), agreed, seen, idempotencyKey: uuidv7() });
const customers = (name: string) =>
  [...office.enerflo.state.customers.values()].filter(({ firstName }) => firstName === name);
const posted = () => office.enerflo.received.list().filter(({ method }) => method === 'POST').length;
/** A lead who is there, and the same with another phone and source. */
async function there(name: string) {
  await run(add, person(name), ['lookalikes']);
  return { ...person(name), phone: '5125550199', lead_source: 'Web' };
}

test('a lead that is updated is shown as it is today, and the action keeps what it was', async () => {
  const input = await there('Jo');
  const preview = await previewAction(jane(), ask(add, { ...input, add_note: 'Called' }));
  const rows = new Map(preview.beside.map((one) => [one.field, one]));
  expect(rows.get('phone')).toMatchObject({ before: '5125550188', after: '5125550199', told: true });
  expect(rows.get('city')).toMatchObject({ before: 'Tucson', changes: false });
  expect(rows.get('integration_record_id')).toMatchObject({ told: true, changes: false });
  expect(rows.get('add_note')).toMatchObject({ told: false, before: null });
  // Adding one takes the whole lead, whatever of it is the same.
  expect(preview.request?.body).toMatchObject({ lead: { mobile: '5125550199', city: 'Tucson' } });
  expect(preview.nothingChanges).toBe(false);

  const done = await run(add, input, ['lookalikes'], preview.seen);
  expect(done).toMatchObject({ state: 'done', words: 'The lead was there already and was updated.' });
  const phone = done.fields.find(({ field }) => field === 'phone');
  expect(phone).toMatchObject({ before: '5125550188', after: '5125550199', now: '5125550199', told: true });
  expect(JSON.stringify(hideInAction(done))).not.toContain('5125550188');
  const audit = await office.database.db.auditEntry.findFirstOrThrow({ where: { subjectId: done.id } });
  expect(audit.before).toMatchObject({ lead_source: 'Door' });
  expect(JSON.stringify(audit.before)).not.toContain('5125550188');
  expect(customers('Jo')).toMatchObject([{ phone: '5125550199' }]);
});

test('a yes holds for what was shown: where the lead changed since, nothing is written over', async () => {
  const input = await there('Kim');
  const { seen } = await previewAction(jane(), ask(add, input));
  const [lead] = customers('Kim');
  if (!lead) throw new Error('the lead was not added');
  office.enerflo.state.customers.set(lead.id, { ...lead, phone: '5125550111' });
  const before = posted();
  await expect(run(add, input, ['lookalikes'], seen)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Phone is now “5125550111”'),
  });
  // Nor is the yes that is missing put in its place.
  await expect(run(add, input, [], seen)).rejects.toMatchObject({ code: 'INVALID' });
  expect(posted()).toBe(before);
});

test('where Enerflo cannot be asked any more for what was shown, that needs a yes of its own', async () => {
  const input = await there('Lou');
  const { seen } = await previewAction(jane(), ask(add, input));
  office.enerflo.rules.add([{ method: 'GET', path: '/api/v1/customers', answer: 500 }]);
  const before = posted();
  await expect(run(add, input, ['lookalikes'], seen)).rejects.toMatchObject({
    fields: [expect.objectContaining({ field: `agreed.${notLookedCode}` })],
  });
  expect(posted()).toBe(before);
  expect(await run(add, input, ['lookalikes', notLookedCode], seen)).toMatchObject({ state: 'done' });
});

test('a new lead, and one that only looks like another, has nothing beside it', async () => {
  await there('Max');
  for (const input of [person('Nat'), { ...person('Max'), last_name: 'Parker' }]) {
    const preview = await previewAction(jane(), ask(add, input));
    expect(preview.beside.every(({ told }) => !told)).toBe(true);
    expect(preview.seen).toBeNull();
  }
});

test('with a deal, an appointment or an install it is shown as it is today too', async () => {
  const { lead_source: _, ...input } = await there('Ora');
  const { dealTypes, appointmentTypes, users } = office.enerflo.state;
  const dealType = String([...dealTypes.keys()][0]);
  const more: Record<string, JsonObject> = {
    'enerflo.lead.add-with-deal': { createDeal: dealType },
    'enerflo.lead.add-with-appointment': {
      appointment_type: String([...appointmentTypes.keys()][0]),
      start: '2026-03-02T16:00:00Z',
      end: '2026-03-02T17:00:00Z',
    },
    'enerflo.lead-install.add': {
      survey_type_id: dealType,
      assign_to_email: [...users.values()][1]?.email ?? '',
    },
  };
  for (const [operation, fields] of Object.entries(more)) {
    const { beside, seen } = await previewAction(jane(), ask(operation, { ...input, ...fields }));
    const changed = beside.filter(({ told, changes }) => told && changes).map(({ field }) => field);
    expect(changed).toContain('phone');
    expect(changed).not.toContain('last_name');
    expect(seen).not.toBeNull();
  }
});
