import { expect, test } from 'vitest';
import { allows, isRole, roles } from './roles.ts';

test('each role may all that the ones before it may, and nothing more', () => {
  const table = roles.map((role) => roles.map((needed) => allows(role, needed)));
  expect(table).toEqual([
    [true, false, false, false],
    [true, true, false, false],
    [true, true, true, false],
    [true, true, true, true],
  ]);
});

test('a word that is no role is none', () => {
  expect(isRole('owner')).toBe(false);
  expect(isRole('toString')).toBe(false);
});
