import { expect, test } from 'vitest';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { recogniseColumns } from './recognise-columns.ts';

function recognised(operation: string, heads: string[], ...rows: string[][]) {
  const entry = operationNamed(operation);
  if (!entry) throw new Error(`no operation ${operation}`);
  const fills = recogniseColumns({ heads, rows }, operationFields(entry));
  return Object.fromEntries(
    Object.entries(fills).map(([field, fill]) => [field, 'column' in fill ? heads[fill.column] : fill.value]),
  );
}

test('columns are known by key, label and the words that people use', () => {
  const heads = ['Last Name', 'FIRST_NAME', 'Street', 'Postal code', 'St', 'Cell', 'E-Mail', 'Remark'];
  expect(recognised('enerflo.lead.add', heads)).toMatchObject({
    first_name: 'FIRST_NAME',
    last_name: 'Last Name',
    address: 'Street',
    zip: 'Postal code',
    state: 'St',
    email: 'E-Mail',
  });
});

test('a column without a known name is known by its values, where nothing else could be meant', () => {
  const heads = ['Given', 'Family name', 'Where to write'];
  const found = recognised('enerflo.lead.add', heads, ['Ada', 'Example', 'ada@example.com']);
  expect(found.email).toBe('Where to write');
});

test('a column fills one field only, and its own name goes before the other words', () => {
  const found = recognised('enerflo.note.add', ['Note', 'Comment', 'Install ID']);
  expect(found).toEqual({ install_id: 'Install ID', body: 'Note' });
});
