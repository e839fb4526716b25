import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { proofsIn } from './note-proofs.ts';

const proofs = (name: string, input: JsonObject, values: JsonObject | null) => {
  const operation = operationNamed(name);
  if (!operation) throw new Error(`there is no ${name}`);
  return Object.fromEntries(proofsIn(operation, input, values && { values, about: null, stamp: null }));
};

test('a lead whose phone was passed over shows that its form is right and the key of its phone is not', () => {
  const input = { first_name: 'Jane', last_name: 'Doe', phone: '5551234567' };
  const read = { first_name: 'Jane', last_name: 'Doe', phone: null };
  expect(proofs('enerflo.lead.add', input, read)).toEqual({ leadBody: true, leadPhone: false });
});

test('a lead that is added with more shows the same as one by itself', () => {
  const input = { first_name: 'Jane', phone: '5551234567' };
  for (const name of ['enerflo.lead.add-with-appointment', 'enerflo.lead.add-with-deal'])
    expect(proofs(name, input, input)).toEqual({ leadBody: true, leadPhone: true });
});

test('a milestone that kept its date shows that the id was another one', () => {
  const input = { install_id: '67890', milestone_id: '3', completed_date: '2024-08-15' };
  expect(proofs('enerflo.milestone.update', input, { completed_date: null })).toEqual({ milestoneId: false });
});

test('what Enerflo does not tell, or was not read, shows nothing', () => {
  const input = { first_name: 'Jane', last_name: 'Doe' };
  expect(proofs('enerflo.lead.add', input, { zip: '92101' })).toEqual({});
  expect(proofs('enerflo.lead.add', input, null)).toEqual({});
});
