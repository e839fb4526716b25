import { expect, test } from 'vitest';
import type { PickKind } from '#lib/operations/field-words.ts';
import { valuesFromAddress, valuesFromIds } from './start-values.ts';

const pick = (key: string, picks: PickKind, value: 'id' | 'email' = 'id') => ({
  key,
  required: true,
  blank: false,
  words: { label: key, kind: 'pick' as const, picks, value },
});
const deal = '59886cce-2504-4da8-b63a-25b088e97b46';

test('an event fills in what it is about, and nothing that it does not tell', () => {
  const fields = [pick('install_id', 'install'), pick('user', 'user', 'email'), pick('status_id', 'status')];
  const ids = [
    { kind: 'enerflo.customer', value: '2860314' },
    { kind: 'enerflo.install', value: '4453459' },
    { kind: 'enerflo.user', value: '40773' },
  ];
  expect(valuesFromIds(fields, ids)).toEqual({ install_id: '4453459' });
});

test('of two ids of one deal the uuid is taken, of a customer the number', () => {
  const ids = [
    { kind: 'enerflo.deal', value: '2459008' },
    { kind: 'enerflo.deal', value: deal },
    { kind: 'enerflo.customer', value: 'f6ac5e81-ef2d-4981-863a-86bbb4590601' },
    { kind: 'enerflo.customer', value: '2860314' },
  ];
  expect(valuesFromIds([pick('deal_id', 'deal'), pick('customer_id', 'customer')], ids)).toEqual({
    deal_id: deal,
    customer_id: '2860314',
  });
});

test('the address fills fields by their names only', () => {
  const address = new URLSearchParams({ install_id: '7', account: 'somewhere', body: '' });
  expect(valuesFromAddress([pick('install_id', 'install'), pick('body', 'note')], address)).toEqual({
    install_id: '7',
  });
});
