import { expect, test } from 'vitest';
import { operations } from '#lib/operations/registry.ts';
import { hasOwnId, othersAlike, ownIdValues, takesOwnId, updatedBy } from './updating.ts';

const lena = { kind: 'enerflo.customer', id: '7', about: 'Lena Lead', integrationRecordId: 'CRM-7' };
const alike = (...words: string[]) => ({ ...lena, link: null, alike: words });

test('what has the id that is sent is updated, and is no lookalike', () => {
  const preview = { input: { integration_record_id: 'CRM-7' }, lookalikes: [alike('record id', 'phone')] };
  expect(updatedBy(preview, null)).toMatchObject({ id: '7', about: 'Lena Lead' });
  expect(othersAlike(preview)).toEqual([]);
  const other = { input: { integration_record_id: 'CRM-8' }, lookalikes: [alike('phone')] };
  expect(updatedBy(other, null)).toBeNull();
  expect(othersAlike(other)).toHaveLength(1);
});

test('whom the person chose is updated though the new values do not find him, until another id is sent', () => {
  const preview = (integration_record_id: string) => ({ input: { integration_record_id }, lookalikes: [] });
  expect(updatedBy(preview('CRM-7'), lena)).toMatchObject({ id: '7' });
  expect(updatedBy(preview('heliograph-0'), lena)).toBeNull();
});

test('every way to add a lead can update one, by the fields that it has for our id', () => {
  const filled = operations.filter(takesOwnId).map((one) => [one.name, ownIdValues(one, lena)]);
  const lead = { integration_record_id: 'CRM-7' };
  const withInstall = { customer_integration_id: 'CRM-7', customer_integration_record_type: 'Lead' };
  expect(Object.fromEntries(filled)).toEqual({
    'enerflo.lead.add': lead,
    'enerflo.lead.add-with-appointment': lead,
    'enerflo.lead.add-with-deal': lead,
    'enerflo.lead-install.add': withInstall,
  });
  expect(updatedBy({ input: withInstall, lookalikes: [] }, lena)).toMatchObject({ id: '7' });
  const otherKind = { ...withInstall, customer_integration_record_type: 'Customer' };
  expect(updatedBy({ input: otherKind, lookalikes: [] }, lena)).toBeNull();
});

test('adding another after all takes the id out of the fields again', () => {
  for (const form of operations.filter(takesOwnId)) {
    expect(hasOwnId(form, ownIdValues(form, lena))).toBe(true);
    const without = ownIdValues(form, null);
    expect(Object.keys(without)).toEqual(Object.keys(ownIdValues(form, lena)));
    expect(hasOwnId(form, without)).toBe(false);
  }
});
