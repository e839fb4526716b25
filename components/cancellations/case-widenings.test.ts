import { describe, expect, test } from 'vitest';
import type { CaseFilter } from '#lib/cases/cases.contract.ts';
import { caseWidenings, emptyAnswer, type Found } from './case-widenings.ts';

/** What the empty list says where this many cases are left without each part, in the order of the parts. */
function said(filter: CaseFilter, counts: (number | undefined)[]) {
  const found = counts.map((count): Found => (count === undefined ? undefined : { count, more: false }));
  const { title, note, offers } = emptyAnswer(caseWidenings(filter), found);
  return { title, note, offers: offers.map(({ words, found }) => `${words}: ${found}`) };
}

describe('one filter leaves nothing', () => {
  test.each<[CaseFilter, string]>([
    [{ status: 'Closed' }, 'No case has the status “Closed”. 14 with another status.'],
    [{ status: 'open' }, 'No case waits to be settled. 14 settled.'],
    [{ environment: 'sandbox' }, 'No case is of a sandbox. 14 in production.'],
    [{ requestedFrom: '2024-02-05' }, 'No case was requested in these days. 14 outside them.'],
    [{ heardWithin: '24h' }, 'No case was last heard of in the last 24 hours. 14 at other times.'],
    [
      { heardFrom: '2026-07-01T00:00:00Z', heardTo: '2026-07-02T00:00:00Z' },
      'No case was last heard of between these times. 14 at other times.',
    ],
    [{ flag: 'closed-voided' }, 'No case is marked “Closed, but voided”. 14 without that mark.'],
    [{ q: 'wanda' }, 'No case is found by “wanda”. 14 without the search.'],
  ])('%o', (filter, title) => {
    expect(said(filter, [14])).toMatchObject({ title, note: null });
    expect(said(filter, [14]).offers).toHaveLength(1);
  });
});

test('of several filters the one that is to blame is named, and the others stay', () => {
  const filter = { environment: 'sandbox', status: 'Closed' } as const;
  expect(said(filter, [0, 3])).toEqual({
    title: 'No case that fits the other filters is of a sandbox. 3 in production.',
    note: 'The other filters stay as they are.',
    offers: ['Of both environments: 3'],
  });
});

test('where several would help, each says how many it brings', () => {
  const filter = { q: 'ada', status: 'Closed', category: 'Customer Issues' };
  expect(said(filter, [0, 1_200, 1, 5])).toEqual({
    title: 'No cancellation case fits these filters',
    note: null,
    offers: ['With any status: 1,200', 'Of any category: 1', 'Only the search: 5'],
  });
});

test('where only the search alone finds something, no filter is blamed for all', () => {
  const filter = { q: 'ada', status: 'Closed', category: 'Customer Issues' };
  expect(said(filter, [0, 0, 0, 5])).toEqual({
    title: 'No cancellation case fits these filters',
    note: null,
    offers: ['Only the search: 5'],
  });
});

test('a count that stopped early says so, and what is not counted yet is not claimed', () => {
  const [status] = caseWidenings({ status: 'Closed' });
  const answer = emptyAnswer(status ? [status] : [], [{ count: 1_000, more: true }]);
  expect(answer.title).toBe('No case has the status “Closed”. 1,000+ with another status.');
  expect(said({ status: 'Closed' }, [undefined])).toEqual({
    title: 'No cancellation case fits these filters',
    note: null,
    offers: [],
  });
});

test('where nothing helps, that is said', () => {
  expect(said({ status: 'Closed' }, [0]).title).toBe('There is no cancellation case yet');
  expect(said({ status: 'Closed', category: 'x' }, [0, 0]).note).toBe(
    'Taking away any one of them changes nothing.',
  );
});
