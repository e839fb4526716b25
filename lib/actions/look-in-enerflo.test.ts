import { expect, test } from 'vitest';
import type { Json, JsonObject } from '#lib/json.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { lookInEnerflo } from './look-in-enerflo.ts';
import { answeredBy } from './testing/answered-by.ts';

/** What a look comes to when Enerflo answers so. */
async function look(name: string, input: JsonObject, body: Json): Promise<string> {
  const operation = operationNamed(name);
  if (!operation) throw new Error(`there is no ${name}`);
  const { account } = answeredBy(() => body);
  const seen = await lookInEnerflo(account, operation, input, new Date(), { share: 'people' });
  if (!seen) return 'cannot be looked up';
  if (seen.failure) {
    // It does not count among the looks that found nothing.
    expect(seen.attempts).toMatchObject([{ state: 'failed', error: { code: 'UNREADABLE' } }]);
    return 'unclear';
  }
  expect(seen.attempts).toMatchObject([{ state: 'answered', error: null }]);
  return seen.answer ? 'there' : 'not there';
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

test('a lead with a deal cannot be looked up: the lead may have been there before', async () => {
  expect(await look('enerflo.lead.add-with-deal', {}, [])).toBe('cannot be looked up');
});
