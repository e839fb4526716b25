import { expect, test } from 'vitest';
import { manyAddress } from './many-address.ts';

const event = (id: string, connectionId = 'east', source: 'enerflo' | 'sunnova' = 'enerflo') => ({
  id,
  connectionId,
  source,
});

test('events of one Enerflo account lead to doing something for each; of others, of several or too many nowhere', () => {
  expect(manyAddress([event('1'), event('2'), event('3', 'sun', 'sunnova')])).toBe(
    '/bulk/new?account=east&events=1,2',
  );
  expect(manyAddress([event('1'), event('2', 'west')])).toBeNull();
  expect(manyAddress([event('1', 'sun', 'sunnova')])).toBeNull();
  expect(manyAddress(Array.from({ length: 151 }, (_, index) => event(String(index))))).toBeNull();
});
