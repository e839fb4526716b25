import { expect, test } from 'vitest';
import { changeFields } from './change-fields.ts';

const body = { customer: { name: 'Ada' }, orders: [{ id: 1 }] };

test('sets text, JSON values, items of lists and new fields, and leaves the original alone', () => {
  const changed = changeFields(body, [
    'customer.name=Bo=B',
    'customer.zip="01234"',
    'orders.0.id=7',
    'customer.tags=["a"]',
  ]);
  expect(changed).toEqual({ customer: { name: 'Bo=B', zip: '01234', tags: ['a'] }, orders: [{ id: 7 }] });
  expect(body.customer.name).toBe('Ada');
});

test('says so when there is nothing to put the field into, or no value', () => {
  expect(() => changeFields(body, ['deal.id=1'])).toThrow('nothing at “deal.id”');
  expect(() => changeFields(body, ['customer'])).toThrow('path=value');
});
