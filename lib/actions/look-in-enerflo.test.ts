import { expect, test } from 'vitest';
import type { Json, JsonObject } from '#lib/json.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { lookInEnerflo } from './look-in-enerflo.ts';
import { answeredBy } from './testing/answered-by.ts';

/** A made-up homeowner, and the row of the customers' list that a lead of hers becomes. */
const lynn = {
  first_name: 'Lynn',
  last_name: 'Kasper',
  email: 'lynn@example.com',
  phone: '4805550134',
  address: '12 Elm St',
  city: 'Tucson',
  state: 'AZ',
  zip: '85701',
};
const asCustomer = { ...lynn, id: 5512, phone: null, mobile: '4805550134' };

/** What a look comes to when Enerflo answers so, and to what comes after it so. */
async function look(name: string, input: JsonObject, body: Json, further: Json = body): Promise<string> {
  const operation = operationNamed(name);
  if (!operation) throw new Error(`there is no ${name}`);
  const { account } = answeredBy((page) => (Number.isNaN(page) ? further : body));
  const seen = await lookInEnerflo(account, operation, input, new Date(), { share: 'people' });
  if (!seen) return 'cannot be looked up';
  if (seen.failure) {
    // It does not count among the looks that found nothing.
    expect(seen.attempts.at(-1)).toMatchObject({ state: 'failed', error: { code: 'UNREADABLE' } });
    expect(seen.attempts.filter(({ purpose }) => purpose === 'look-up')).toHaveLength(1);
    return 'unclear';
  }
  expect(seen.attempts.at(-1)).toMatchObject({ purpose: 'look-up', state: 'answered', error: null });
  expect(seen.attempts.filter(({ purpose }) => purpose === 'look-up')).toHaveLength(1);
  if (!seen.found) return 'not there';
  // Nothing else is known to have made any of them.
  if ('oneOf' in seen.found) return 'there';
  return 'words' in seen.found ? 'there' : 'partly' in seen.found ? 'partly' : 'a person decides';
}

test('an install that tells its status by name alone does not say that the new one is not there', async () => {
  const input = { install_id: '67890', status_id: '5' };
  const status = (body: Json) => look('enerflo.install.update-status', input, body);
  expect(await status({ id: 67890, status_name: 'On Hold' })).toBe('unclear');
  expect(await status({ id: 67890, status_id: 4 })).toBe('not there');
  expect(await status({ id: 67890, status_id: 5 })).toBe('there');
});

test('an answer in a shape that nobody knows proves nothing', async () => {
  const note = { install_id: '67890', body: 'Roof is done' };
  expect(await look('enerflo.note.add', note, { message: 'Later' })).toBe('unclear');
  expect(await look('enerflo.note.add', note, { notes: [], totalPages: 1 })).toBe('not there');
});

test('nor does a customer of whom nothing is told that was asked for', async () => {
  const input = { customer_id: '5', city: 'Tucson' };
  const customer = (body: Json) => look('enerflo.customer.update', input, body);
  expect(await customer({ message: 'Later' })).toBe('unclear');
  expect(await customer({ id: 5, zip: '85701' })).toBe('unclear');
  expect(await customer({ id: 5, city: 'Phoenix' })).toBe('not there');
  expect(await customer({ id: 5, city: 'Tucson' })).toBe('there');
});

test('a lead with a deal is found by its customer, and is for a person where that was there before', async () => {
  const input = { ...lynn, createDeal: 12 };
  const deal = (row: JsonObject) =>
    look('enerflo.lead.add-with-deal', input, { data: [{ ...asCustomer, ...row }] });
  const surveys = { b9sqedcvp: { id: 2459008, name: 'b9sqedcvp', install: [] } };
  const now = new Date(Date.now() + 2_000).toISOString();
  expect(await deal({ first_name: 'Ada', email: 'ada@example.com', address: '1 Oak' })).toBe('not there');
  expect(await deal({ surveys: [], created: now })).toBe('partly');
  expect(await deal({ surveys, created: now })).toBe('there');
  expect(await deal({ surveys, created: '2024-08-15 18:30:00' })).toBe('a person decides');
  expect(await deal({ created: now })).toBe('a person decides');
  expect(await look('enerflo.lead.add-with-deal', input, { message: 'Later' })).toBe('unclear');
});

test('a lead with an appointment is looked for on, at the appointments of its customer', async () => {
  const input = {
    ...lynn,
    appointment_type: '7',
    start: '2026-03-02T16:00:00Z',
    end: '2026-03-02T17:00:00Z',
  };
  const seen = (appointments: Json) =>
    look('enerflo.lead.add-with-appointment', input, { data: [asCustomer] }, appointments);
  const row = { enerflo_apt_id: 31, start: '2026-03-02 16:00:00', end: '2026-03-02 17:00:00' };
  expect(await seen({ data: [row] })).toBe('there');
  expect(await seen({ data: [{ ...row, start: '2026-03-03 16:00:00' }] })).toBe('partly');
  expect(await seen([])).toBe('partly');
  expect(await seen({ message: 'Later' })).toBe('unclear');
});

test('a lead with an install is found by when the install came, or is for a person', async () => {
  const input = { ...lynn, survey_type_id: 12, assign_to_email: 'rep@example.com' };
  const seen = (row: JsonObject) =>
    look('enerflo.lead-install.add', input, { data: [{ ...asCustomer, ...row }] });
  const now = new Date(Date.now() + 2_000).toISOString();
  const before = '2024-08-15 18:30:00';
  const install = (created: string, updated: string) => ({
    surveys: {
      b9sqedcvp: { id: 2459008, install: { id: 4453459, created_at: created, updated_at: updated } },
    },
  });
  expect(await seen({ email: 'ada@example.com', first_name: 'Ada' })).toBe('not there');
  expect(await seen(install(now, now))).toBe('there');
  expect(await seen(install(before, now))).toBe('a person decides');
  expect(await seen(install(before, before))).toBe('not there');
  expect(await seen({ surveys: [], created: now })).toBe('partly');
  expect(await seen({ surveys: [], created: before })).toBe('not there');
  expect(await seen({ created: now })).toBe('a person decides');
});
