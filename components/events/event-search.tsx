'use client';

import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useSeesPersonal } from '#components/console/role-context.tsx';
import { FilterSearch } from '#components/ui/filter-search.tsx';
import { type SearchState, searchState } from './search-state.ts';

interface EventSearchProps {
  /** As it stands in the address. */
  q: string;
  type: string | undefined;
  onSearch: (q: string) => void;
}

/** Least pause in typing before the list answers, in milliseconds. */
const pause = 200;

/** The search field of the log. What is typed is its own until one pauses, so that typing waits for nothing. */
export function EventSearch({ q, type, onSearch }: EventSearchProps) {
  const seesPersonal = useSeesPersonal();
  const [typed, setTyped] = useState(q);
  const [settled, setSettled] = useState(q);
  // Back, a view or "Clear filters" changed the address.
  if (q !== settled) {
    setSettled(q);
    if (typed.trim() !== q) setTyped(q);
  }
  const search = useEffectEvent((text: string) => {
    if (text === q) return;
    setSettled(text);
    onSearch(text);
  });
  useEffect(() => {
    const timer = window.setTimeout(() => search(typed.trim()), typed === '' ? 0 : pause);
    return () => window.clearTimeout(timer);
  }, [typed]);
  return (
    <FilterSearch
      label={seesPersonal ? 'Find by name, phone, e-mail, street or id' : 'Find by an id'}
      value={typed}
      onChange={setTyped}
      slash
      className="w-76 max-sm:w-full"
      hint={(seesPersonal ? hints : hintsOfIds)[searchState(typed, type)]}
    />
  );
}

/** What the list itself does not say; where it has an answer, nothing stands in front of it. */
const hints: Partial<Record<SearchState, ReactNode>> = {
  'too-short': 'Type 3 characters at least; this finds only ids that are exactly it.',
  none: (
    <>
      A homeowner's name, phone in any notation, e-mail or street, or part of one; any id. What a CRM sent is
      found by whole words. With an event chosen, a field and its value:{' '}
      <code className="font-mono">payload.deal.shortCode = b9sqedcvp</code>
    </>
  ),
};

/** For whom personal values are hidden: a hit by one would tell it. */
const hintsOfIds: typeof hints = {
  none: 'Any id. Names, phone numbers, e-mail and street addresses are hidden from your role, so nothing is found by them.',
};
