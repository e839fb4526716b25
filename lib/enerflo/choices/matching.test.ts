import { expect, test } from 'vitest';
import type { Choice } from '../enerflo.contract.ts';
import { matching } from './matching.ts';

test('every word that was typed is looked for, in whatever order, case and accents', () => {
  const noor: Choice = { value: '12', label: 'Noor Ortéga', detail: 'noor@example.com' };
  const lynn: Choice = { value: '35', label: 'Lynn Kasper', detail: null };
  expect(matching([noor, lynn], 'ortega NOOR')).toEqual([noor]);
  expect(matching([noor, lynn], '35')).toEqual([lynn]);
  expect(matching([noor, lynn], '')).toEqual([noor, lynn]);
});

test('a list of many users that is kept is read once, however many letters are typed', () => {
  let read = 0;
  const users = Array.from({ length: 1_000 }, (_, id): Choice => {
    const label = `User ${id}`;
    return {
      value: String(id),
      get label() {
        read++;
        return label;
      },
      detail: null,
    };
  });
  for (const q of ['', 'u', 'us', 'use', 'user 9']) matching(users, q);
  expect(read).toBe(users.length);
});
