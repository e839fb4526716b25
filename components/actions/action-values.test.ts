import { expect, test } from 'vitest';
import {
  blankValue,
  emptyValues,
  type FormField,
  foldFields,
  inputOf,
  missingFields,
} from './action-values.ts';

const field = (key: string, more: Partial<FormField> = {}, kind: FormField['words']['kind'] = 'text') => ({
  key,
  required: false,
  blank: false,
  words: { label: key, kind },
  ...more,
});
const fields = [
  field('first_name', { required: true }),
  field('email'),
  field('notify', {}, 'yes-no'),
  field('completed_date', { blank: true }, 'date'),
];

test('what is empty is left out, so that nothing is emptied in Enerflo by accident', () => {
  const values = { ...emptyValues(fields), first_name: ' Lynn ', notify: 'false', gone: 'x' };
  expect(inputOf(fields, values)).toEqual({ first_name: 'Lynn', notify: false });
});

test('a field that is made empty is sent as such', () => {
  expect(inputOf(fields, { ...emptyValues(fields), completed_date: blankValue })).toEqual({
    completed_date: null,
  });
});

test('spaces do not fill a field that is needed', () => {
  expect(missingFields(fields, { first_name: '  ' }).map(({ key }) => key)).toEqual(['first_name']);
  expect(missingFields(fields, { first_name: 'Lynn' })).toEqual([]);
});

test('a long form folds what nobody needs, and never what was filled in', () => {
  const needed = ['a', 'b', 'c'].map((key) => field(key, { required: true }));
  const rest = ['d', 'e', 'f', 'g', 'h', 'i'].map((key) => field(key));
  const { shown, folded } = foldFields([...needed, ...rest], { e: 'filled in' });
  expect(shown.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'e']);
  expect(folded).toHaveLength(5);
  expect(foldFields(rest, {}).folded).toEqual([]);
});
