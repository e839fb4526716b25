import { describe, expect, test } from 'vitest';
import type { CaseItem } from '#lib/cases/cases.contract.ts';
import { fromTop, keepPlaces, movedCases } from './case-rows.ts';

const bare: CaseItem = {
  id: '',
  connection: 'Sunnova',
  connectionId: 'c',
  environment: 'production',
  systemProjectId: null,
  status: 'New',
  statusKnown: true,
  reason: null,
  reasonKnown: false,
  category: null,
  requestedBy: null,
  requestedOn: null,
  openedAt: null,
  homeowner: null,
  address: null,
  county: null,
  salesperson: null,
  hidden: false,
  flags: [],
  firstHeardAt: '2026-07-01T00:00:00.000Z',
  lastHeardAt: '',
};
/** A case by its name, last heard of at this minute of the day. */
const heard = (id: string, minute: number, status = 'New'): CaseItem => ({
  ...bare,
  id,
  status,
  lastHeardAt: new Date(Date.UTC(2026, 6, 1, 0, minute)).toISOString(),
});
const page = (items: CaseItem[], nextCursor: string | null = null) => ({ items, nextCursor });
/** A look at a list without filters. */
const look = (items: CaseItem[], nextCursor: string | null = null) => ({
  top: page(items, nextCursor),
  heard: items,
});
const ids = (pages: { items: CaseItem[] }[]) => pages.flatMap(({ items }) => items.map(({ id }) => id));

const [d, c, b, a] = [heard('d', 40), heard('c', 30), heard('b', 20), heard('a', 10)];
const pages = [page([d, c], 'next'), page([b, a])];

describe('what moved', () => {
  test('nothing, where nothing was heard', () => {
    expect(movedCases(pages, look([d, c], 'next'))).toEqual(new Set());
  });

  test('a case heard of again, and a new one', () => {
    expect(movedCases(pages, look([heard('e', 60), heard('b', 50)], 'next'))).toEqual(new Set(['e', 'b']));
  });

  test('not the first row that was heard of again: it stays where it is', () => {
    expect(movedCases(pages, look([heard('d', 70, 'Closed'), c], 'next'))).toEqual(new Set());
  });

  test('not a case below the pages that were read', () => {
    expect(movedCases([page([d, c], 'next')], look([d, c, b], 'next'))).toEqual(new Set());
  });

  test('a case that no longer fits the filter, by what is known of it or by its absence', () => {
    const closed = heard('c', 50, 'Closed');
    expect(movedCases(pages, { top: page([d, b], 'next'), heard: [closed, d] })).toEqual(new Set(['c']));
    expect(movedCases(pages, { top: page([d, b], 'next'), heard: [d] })).toEqual(new Set(['c']));
  });

  test('not what a moving range let go at its end', () => {
    expect(movedCases(pages, look([d, c, b]))).toEqual(new Set());
  });
});

test('under a reader rows change their values and keep their places', () => {
  const kept = keepPlaces(pages, look([heard('e', 60), heard('b', 50, 'Closed')], 'next'));
  expect(ids(kept)).toEqual(['d', 'c', 'b', 'a']);
  expect(kept[1]?.items[0]).toMatchObject({ id: 'b', status: 'Closed' });
});

describe('a row that took its new value where it stood', () => {
  const heardAgain = look([heard('b', 50, 'Closed'), d], 'next');
  const kept = keepPlaces(pages, heardAgain);

  test('still has to move, though the next look brings nothing new', () => {
    expect(movedCases(kept, heardAgain)).toEqual(new Set(['b']));
    expect(ids(fromTop(kept, heardAgain))).toEqual(['b', 'd']);
  });

  test('so has each of several, in whatever order they stand', () => {
    const both = look([heard('b', 60), heard('a', 50)], 'next');
    expect(movedCases(keepPlaces(pages, both), both)).toEqual(new Set(['b', 'a']));
  });

  test('has not to move where everything above it was heard of after it', () => {
    const all = look([heard('d', 60), heard('c', 50)], 'next');
    expect(movedCases(keepPlaces(pages, all), all)).toEqual(new Set());
  });
});

test('at the top the list is the newest page; without news the pages read so far stay', () => {
  expect(ids(fromTop(pages, look([heard('b', 50), d], 'next')))).toEqual(['b', 'd']);
  expect(ids(fromTop(pages, look([d, heard('c', 30, 'Closed')], 'next')))).toEqual(['d', 'c', 'b', 'a']);
  expect(ids(fromTop(pages, look([d, c, b])))).toEqual(['d', 'c', 'b']);
  expect(ids(fromTop([page([])], look([a])))).toEqual(['a']);
});
