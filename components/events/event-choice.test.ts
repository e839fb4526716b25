import { expect, test } from 'vitest';
import { eventChoiceSchema } from '#lib/events/events.contract.ts';
import { parseExport } from '#lib/events/parse-export.ts';
import { choiceInput, mostByHand } from './event-choice.ts';
import { exportAddress } from './export-file.ts';

const some = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());

test('as many rows as can be chosen by hand can be marked and exported, and not one more', () => {
  for (const [ids, taken] of [
    [some(mostByHand), true],
    [some(mostByHand + 1), false],
  ] as const) {
    expect(eventChoiceSchema.safeParse(choiceInput({ ids })).success).toBe(taken);
    const form = new URLSearchParams({ format: 'csv', ids: ids.join(',') });
    const parse = () => parseExport(form, Date.now());
    if (taken) expect(parse().filter.ids).toEqual(ids);
    else expect(parse).toThrow();
  }
});

test('the file of a filter is asked for with the filter as it stands in the address of the log', () => {
  const address = exportAddress({ outcome: 'failed', range: '24h', q: 'a & b' }, 'csv');
  expect(address).toBe('/api/events/export?format=csv&outcome=failed&q=a+%26+b&range=24h');
});

test('what is done to a whole filter has fixed times, so that it means what was on the screen', () => {
  const { filter } = choiceInput({ filter: { range: '1h' } });
  expect(Date.now() - Date.parse(filter?.from ?? '')).toBeLessThan(3_610_000);
});
