import { expect, test } from 'vitest';
import { chainsOf } from './chains-of.ts';

const numbers = (operation: Parameters<typeof chainsOf>[0], inputs: Record<string, string>[]) =>
  chainsOf(
    operation,
    inputs.map((input, index) => ({ number: index + 1, input, tries: 0, held: [] })),
  ).map((rows) => rows.map(({ number }) => number));

test('rows with an id in common are one chain in their order, also by a third one; the rest go by themselves', () => {
  const operation = { about: null, ownIds: ['customer', 'install'] };
  expect(
    numbers(operation, [{ customer: 'A', install: '1' }, { customer: 'B', install: '2' }, {}, {}]),
  ).toEqual([[1], [2], [3], [4]]);
  expect(
    numbers(operation, [
      { customer: 'A' },
      { customer: 'B', install: '1' },
      { customer: 'C' },
      { customer: 'A', install: '1' },
    ]),
  ).toEqual([[3], [1, 2, 4]]);
  const made = { about: null, madeFor: 'customer' };
  expect(numbers(made, [{ customer: 'A' }, { customer: 'B' }, { customer: 'A' }])).toEqual([[2], [1, 3]]);
  const about = { about: { kind: 'enerflo.install', field: 'install' } };
  expect(numbers(about, [{ install: '1' }, { install: '2' }, { install: '1' }])).toEqual([[2], [1, 3]]);
});
