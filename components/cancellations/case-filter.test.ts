import { expect, test } from 'vitest';
import { caseFilterText, readCaseFilter, withoutFilters } from './case-filter.ts';

test('what an address cannot mean is left out, and fixed times count before a range', () => {
  expect(readCaseFilter({ heardWithin: '24h', status: 'Closed', heardFrom: null })).toEqual({
    heardWithin: '24h',
    status: 'Closed',
  });
  expect(
    readCaseFilter({ heardWithin: '3 weeks', heardFrom: 'yesterday', requestedTo: '2024-02-30' }),
  ).toEqual({});
  const heardTo = '2026-07-01T00:00:00.000Z';
  expect(readCaseFilter({ heardWithin: '24h', heardTo })).toEqual({ heardTo });
});

test('equal filters are equal texts, and parts can be taken away', () => {
  const filter = readCaseFilter({ status: 'open', heardWithin: '7d', q: 'ada l' });
  expect(caseFilterText(filter)).toBe('heardWithin=7d&q=ada+l&status=open');
  expect(withoutFilters(filter, ['heardWithin', 'heardFrom'])).toEqual({ status: 'open', q: 'ada l' });
});
