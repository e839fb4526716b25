import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refold } from './fold-record.ts';
import { changesInOrder, heldValues } from './record-history.ts';
import { minute, observation, observationsInSomeOrder } from './testing/observations.ts';

test('each field shows the value of the record, whatever the order in which it was heard', () => {
  fc.assert(
    fc.property(observationsInSomeOrder, ([all, shuffled]) => {
      const shown = [...heldValues(shuffled)].map(([key, { value }]) => [key, value] as const);
      expect(Object.fromEntries(shown)).toEqual(refold(all).fields);
      expect(new Map(heldValues(shuffled))).toEqual(new Map(heldValues(all)));
    }),
    { numRuns: 1000 },
  );
});

test('a value that is told again is known since it was told first', () => {
  const all = [
    observation(1, { arrived: 1, clock: 1, fields: { status: 'sold' } }),
    observation(2, { arrived: 5, clock: 5, fields: { status: 'permit' } }),
    observation(3, { arrived: 9, clock: 9, fields: { status: 'permit', owner: 'Ada' } }),
  ];
  expect(heldValues(all).get('status')).toEqual({
    value: 'permit',
    since: minute(5),
    observationId: all[1]?.id,
  });
  expect(heldValues(all).get('owner')?.since).toBe(minute(9));
});

test('a value that came back is known since it came back', () => {
  const all = ['Active', 'On Hold', 'Active'].map((status, index) =>
    observation(index, { arrived: index, clock: index, fields: { status } }),
  );
  expect(heldValues(all).get('status')?.since).toBe(minute(2));
});

test('what the first load of an account brought is shown with its own time, and is no change', () => {
  const all = [
    observation(1, { arrived: 1, fields: { status: 'sold' } }),
    observation(2, { arrived: 4, fields: { status: 'built' }, origin: 'import' }),
  ];
  expect(heldValues(all).get('status')).toMatchObject({ value: 'built', since: minute(4) });
  expect(changesInOrder(all)).toEqual([]);
});

test('changes come newest first, with their keys', () => {
  const all = [
    observation(1, { arrived: 1, clock: 1, fields: { status: 'sold', cost: null } }),
    observation(2, { arrived: 2, clock: 2, fields: { status: 'permit' } }),
    observation(3, { arrived: 3, clock: 3, fields: { cost: 'built' } }),
  ];
  expect(changesInOrder(all).map(({ key, after }) => [key, after])).toEqual([
    ['cost', 'built'],
    ['status', 'permit'],
  ]);
});
