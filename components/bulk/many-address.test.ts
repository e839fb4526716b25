import { expect, test } from 'vitest';
import { manyAddress } from './many-address.ts';

const event = (id: string, connectionId = 'east', source: 'enerflo' | 'sunnova' = 'enerflo') => ({
  id,
  connectionId,
  source,
});
const some = (count: number) => Array.from({ length: count }, (_, index) => event(String(index)));

test('events of one Enerflo account lead to doing something for each, 150 of them at most', () => {
  expect(manyAddress([event('1'), event('2'), event('3', 'sun', 'sunnova')])).toEqual({
    href: '/bulk/new?account=east&events=1,2',
  });
  expect(manyAddress(some(150))).toHaveProperty('href');
});

test('events of several accounts, too many and a whole filter say why that cannot be; events of others nothing', () => {
  expect(manyAddress([event('1'), event('2', 'west')])).toEqual({
    why: 'To do something in Enerflo for each, select events of one account: these are of 2.',
  });
  expect(manyAddress(some(151))).toEqual({
    why: 'To do something in Enerflo for each, select 150 at most: 151 are selected.',
  });
  expect(manyAddress([...some(151), event('sun', 'sun', 'sunnova')])).toEqual({
    why: 'To do something in Enerflo for each, select 150 at most: 151 of Enerflo are selected.',
  });
  expect(manyAddress([event('1')], { whole: true })).toEqual({
    why: 'To do something in Enerflo for each, select rows one by one, 150 at most: it is not done for a whole filter.',
  });
  expect(manyAddress([event('1', 'sun', 'sunnova')])).toBeNull();
  expect(manyAddress([event('1', 'sun', 'sunnova')], { whole: true })).toBeNull();
});
