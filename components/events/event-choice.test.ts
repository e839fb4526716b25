import { expect, test } from 'vitest';
import { choiceInput, exportAddress } from './event-choice.ts';

test('the file of a filter is asked for with the filter as it stands in the address of the log', () => {
  const address = exportAddress({ filter: { outcome: 'failed', range: '24h', q: 'a & b' } }, 'csv');
  expect(address).toBe('/api/events/export?format=csv&outcome=failed&q=a+%26+b&range=24h');
});

test('chosen rows are named one by one, as many as an address holds', () => {
  expect(exportAddress({ ids: ['1', '2'] }, 'jsonl')).toBe('/api/events/export?format=jsonl&ids=1&ids=2');
  expect(exportAddress({ ids: Array.from({ length: 500 }, String) }, 'jsonl')).toBeNull();
});

test('what is done to a whole filter has fixed times, so that it means what was on the screen', () => {
  const { filter } = choiceInput({ filter: { range: '1h' } });
  expect(Date.now() - Date.parse(filter?.from ?? '')).toBeLessThan(3_610_000);
});
