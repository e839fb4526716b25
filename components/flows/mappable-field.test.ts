import { expect, test } from 'vitest';
import type { MappableField } from '#lib/flows/flows.contract.ts';
import { fieldWords, rowsOfRecord, searchFields, suggestedTarget } from './mappable-field.ts';

const of = (
  record: string,
  group: string,
  field: string,
  label: string,
  sample: string | null,
): MappableField => ({
  source: { kind: 'record', record, field },
  group,
  label,
  sample,
});
const customer = [
  of('enerflo.customer', 'Enerflo customer', 'id', 'Enerflo customer id', '42'),
  of('enerflo.customer', 'Enerflo customer', 'email', 'Email', 'ada@example.com'),
];
const data: MappableField = {
  source: { kind: 'field', path: 'deal.customer.email' },
  group: 'Data',
  label: 'deal.customer.email',
  sample: 'ada@example.com',
};

test('a field is found by its words, its technical name or its value', () => {
  const all = [...customer, data];
  expect(searchFields(all, 'customer EMAIL')).toEqual([customer[1], data]);
  expect(searchFields(all, 'deal.cust')).toEqual([data]);
  expect(searchFields(all, 'ada@')).toHaveLength(2);
  expect(searchFields(all, '  ')).toEqual(all);
});

test('adding a record leaves out what is mapped already and fills no target twice', () => {
  const rows = [
    { target: 'mail', source: { kind: 'record', record: 'enerflo.customer', field: 'email' } as const },
    { target: 'id', source: null },
  ];
  expect(rowsOfRecord(customer, rows)).toEqual([{ target: 'customer_id', source: customer[0]?.source }]);
});

test('a chosen field is named so that one sees which record it is of', () => {
  expect(
    customer.map((field) => fieldWords({ kind: 'record', record: 'enerflo.customer', field: 'x' }, field)),
  ).toEqual(['Enerflo customer id', 'Enerflo customer: Email']);
  expect(fieldWords({ kind: 'field', path: 'a.b' }, undefined)).toBe('a.b');
  expect(suggestedTarget({ kind: 'field', path: 'deal."deal.name"' })).toBe('name');
});
