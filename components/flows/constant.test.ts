import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConstant, writtenConstant } from './constant.ts';

test('what is stored reads back as the same value', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        fc.boolean(),
        fc.array(fc.string()),
        fc.constant(null),
      ),
      (value) => {
        expect(readConstant(writtenConstant(value))).toEqual({ value });
      },
    ),
  );
});

test('a ZIP code or a long id is not made a number, since it would lose digits', () => {
  for (const constantText of ['00501', '12345678901234567890', '1e3'])
    expect(readConstant({ constantType: 'number', constantText })).toEqual({
      problem: expect.stringContaining('Choose Text'),
    });
  expect(readConstant({ constantType: 'number', constantText: ' -0.50 ' })).toEqual({ value: -0.5 });
});

test('what cannot be read says how to write it', () => {
  expect(readConstant({ constantType: 'number', constantText: 'twelve' })).toHaveProperty('problem');
  expect(readConstant({ constantType: 'json', constantText: '{name: Ada}' })).toHaveProperty('problem');
});
