import { expect, test } from 'vitest';
import { inputOf } from './action-values.ts';
import { fieldsResolver } from './fields-resolver.ts';
import { unchosen, unchosenWords } from './unchosen.ts';

const field = (key: string, required: boolean) => ({
  key,
  required,
  blank: false,
  words: { label: key, kind: 'pick' as const },
});
const fields = [field('customer', true), field('setter', false), field('office', false)];
const judged = async (values: Record<string, string>) => {
  const options = { fields: {}, shouldUseNativeValidation: undefined };
  const { errors } = await fieldsResolver(fields)(values, undefined, options);
  return Object.entries(errors).map(([key, error]) => [key, error?.message]);
};

test('what is typed and not chosen is wrong in an optional field too, and never part of what is sent', async () => {
  const values = { customer: '7', setter: unchosen('nobody@example.com'), office: '' };
  expect(await judged(values)).toEqual([['setter', unchosenWords]]);
  expect(inputOf(fields, values)).toEqual({ customer: '7' });
});

test('the first wrong field of the form comes first, and emptied nothing is wrong', async () => {
  expect(await judged({ customer: unchosen('Dana'), setter: unchosen('x') })).toEqual([
    ['customer', unchosenWords],
    ['setter', unchosenWords],
  ]);
  expect(await judged({ customer: '', setter: '' })).toEqual([['customer', 'This is needed.']]);
  expect(await judged({ customer: '7', setter: '' })).toEqual([]);
});
