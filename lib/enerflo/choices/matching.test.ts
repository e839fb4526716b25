import { expect, test } from 'vitest';
import type { Choice } from '../enerflo.contract.ts';
import { matching, namedFirst } from './matching.ts';

test('every word that was typed is looked for, in whatever order, case and accents', () => {
  const noor: Choice = { value: '12', label: 'Noor Ortéga', detail: 'noor@example.com' };
  const lynn: Choice = { value: '35', label: 'Lynn Kasper', detail: null };
  expect(matching([noor, lynn], 'ortega NOOR')).toEqual([noor]);
  expect(matching([noor, lynn], '35')).toEqual([lynn]);
  expect(matching([noor, lynn], '')).toEqual([noor, lynn]);
});

test('who is called what was typed stands before who was found by what is not shown', () => {
  const agents: Choice = { value: '1', label: 'Tamsin Crowell', detail: '66 Orchard Ln' };
  const own: Choice = { value: '2', label: 'Otis Petrov', detail: null };
  const more: Choice = { value: '3', label: 'Otis Boone', detail: null };
  expect(namedFirst([agents, own, more], 'otis')).toEqual([own, more, agents]);
  expect(namedFirst([agents, own], '')).toEqual([agents, own]);
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
