import { expect, test } from 'vitest';
import { inPlace } from './in-place.ts';

test('milestones stand in their order, and what tells none stays as it was heard of, behind', () => {
  const told = [
    { id: 'note of today', place: null },
    { id: 'Inspection', place: 9 },
    { id: 'Welcome call', place: 0 },
    { id: 'Permit', place: 4 },
    { id: 'note of old', place: null },
  ];
  expect(inPlace(told).map(({ id }) => id)).toEqual([
    'Welcome call',
    'Permit',
    'Inspection',
    'note of today',
    'note of old',
  ]);
});
