import { inRangeWords } from '#components/events/range-words.ts';
import { caseFlag } from '#lib/cases/case-flags.ts';
import type { CaseFilter } from '#lib/cases/cases.contract.ts';
import { type CaseFilterName, caseFilterNames } from './case-filter.ts';

/** A way to find more: filters to take away. */
export type Widening = {
  names: readonly CaseFilterName[];
  /** On a button: `With any status`. */
  words: string;
  /** What no case does or has: `has the status “Closed”`. */
  nothing: string;
  /** Behind the number of those that there are without it: `with another status`. */
  outside: string;
};

type Part = { names: readonly CaseFilterName[]; words: string; tell: (filter: CaseFilter) => string[] };

const parts: readonly Part[] = [
  {
    names: ['heardWithin', 'heardFrom', 'heardTo'],
    words: 'Last heard at any time',
    tell: ({ heardWithin, heardFrom, heardTo }) => [
      `was last heard of ${inRangeWords({ range: heardWithin, from: heardFrom, to: heardTo })}`,
      'at other times',
    ],
  },
  {
    names: ['requestedFrom', 'requestedTo'],
    words: 'Requested on any day',
    tell: () => ['was requested in these days', 'outside them'],
  },
  {
    names: ['q'],
    words: 'Without the search',
    tell: ({ q }) => [`is found by “${q}”`, 'without the search'],
  },
  {
    names: ['status'],
    words: 'With any status',
    tell: ({ status }) =>
      status === 'open'
        ? ['waits to be settled', 'settled']
        : [`has the status “${status}”`, 'with another status'],
  },
  {
    names: ['flag'],
    words: 'With contradictions or not',
    tell: ({ flag = '' }) =>
      flag === 'any'
        ? ['contradicts itself', 'without contradictions']
        : [`is marked “${caseFlag(flag).word}”`, 'without that mark'],
  },
  {
    names: ['reason'],
    words: 'For any reason',
    tell: ({ reason }) => [`has the reason “${reason}”`, 'with another reason'],
  },
  {
    names: ['category'],
    words: 'Of any category',
    tell: ({ category }) => [`has the category “${category}”`, 'of another category'],
  },
  {
    names: ['connection'],
    words: 'Of any account',
    tell: () => ['is of this account', 'of other accounts'],
  },
  {
    names: ['environment'],
    words: 'Of both environments',
    tell: ({ environment }) => [
      environment === 'sandbox' ? 'is of a sandbox' : 'is of production',
      environment === 'sandbox' ? 'in production' : 'in sandboxes',
    ],
  },
];

/** What could be taken away from a filter, each on its own; with many filters also all but the search. */
export function caseWidenings(filter: CaseFilter): Widening[] {
  const set = parts
    .filter(({ names }) => names.some((name) => filter[name]))
    .map(({ names, words, tell }): Widening => {
      const [nothing = '', outside = ''] = tell(filter);
      return { names, words, nothing, outside };
    });
  if (!filter.q || set.length < 3) return set;
  const names = caseFilterNames.filter((name) => name !== 'q');
  return [...set, { names, words: 'Only the search', nothing: '', outside: '' }];
}

/** How many cases there are without a part of the filter; undefined until it is known. */
export type Found = { count: number; more: boolean } | undefined;

/** What an empty answer says, and what it offers. */
export type EmptyAnswer = { title: string; note: string | null; offers: (Widening & { found: string })[] };

/**
 * Why no case is shown, from how many there are without each part of the filter.
 * @param widenings those of `caseWidenings`
 * @param found the counts, in the same order
 */
export function emptyAnswer(widenings: readonly Widening[], found: readonly Found[]): EmptyAnswer {
  const offers = widenings.flatMap((widening, at) => {
    const there = found[at];
    if (!there || there.count === 0) return [];
    return [{ ...widening, found: `${there.count.toLocaleString('en')}${there.more ? '+' : ''}` }];
  });
  const alone = widenings.length === 1;
  const known = widenings.every((_, at) => found[at] !== undefined);
  const [only] = offers;
  if (known && alone && !only)
    return { title: 'There is no cancellation case yet', note: 'Not even without this filter.', offers };
  if (only?.nothing && offers.length === 1) {
    const what = alone ? 'No case' : 'No case that fits the other filters';
    return {
      title: `${what} ${only.nothing}. ${only.found} ${only.outside}.`,
      note: alone ? null : 'The other filters stay as they are.',
      offers,
    };
  }
  const none = known && offers.length === 0;
  return {
    title: 'No cancellation case fits these filters',
    note: none ? 'Taking away any one of them changes nothing.' : null,
    offers,
  };
}
