import { expect, test } from 'vitest';
import { operations } from '#lib/operations/registry.ts';
import { othersAlike, takesOwnId, updatedBy } from './updating.ts';

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

test('every way to add a lead can update one, but that with an install, which has ids of another kind', () => {
  expect(operations.filter(takesOwnId).map(({ name }) => name)).toEqual([
    'enerflo.lead.add',
    'enerflo.lead.add-with-appointment',
    'enerflo.lead.add-with-deal',
  ]);
});
