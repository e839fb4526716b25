import { expect, test } from 'vitest';
import { observationHash } from './observation-hash.ts';

test('the same values hash alike whatever the order of keys, also inside, and other values do not', () => {
  const hash = observationHash({ status: 'Sold', address: { city: 'Mesa', zip: '85201' }, tags: [1, 2] });
  expect(observationHash({ tags: [1, 2], address: { zip: '85201', city: 'Mesa' }, status: 'Sold' })).toBe(
    hash,
  );
  expect(observationHash({ tags: [2, 1], address: { zip: '85201', city: 'Mesa' }, status: 'Sold' })).not.toBe(
    hash,
  );
});
