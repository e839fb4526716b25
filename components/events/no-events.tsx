'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { onlyIds } from '#components/console/only-ids.ts';
import { useSeesPersonal } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { cutSearchWords } from '#lib/events/cut-search.ts';
import { eventFilterOf } from '#lib/events/event-range.schema.ts';
import { api } from '../api.ts';
import { countWords } from './count-words.ts';
import { KnownRecords } from './known-records.tsx';
import { type FilterName, filterNames, filterText, type LogFilter, without } from './log-filter.ts';
import { NoEventsField } from './no-events-field.tsx';
import { NoEventsOperator } from './no-events-operator.tsx';
import { inRangeWords } from './range-words.ts';
import { isFieldSearch, isShortPhone, searchState } from './search-state.ts';
import { otherOperator } from './search-state-operator.ts';

interface NoEventsProps {
  filter: LogFilter;
  /** The search fits more records than were looked through. */
  cut: boolean;
  onWiden: (names: readonly FilterName[]) => void;
  onClear: () => void;
  onChooseType: () => void;
}

const timeNames: FilterName[] = ['range', 'from', 'to'];
/** What can be taken away on its own, with its words. */
const parts: { names: FilterName[]; words: string }[] = [
  { names: timeNames, words: 'Without the time range' },
  { names: ['q'], words: 'Without the search' },
  { names: ['outcome'], words: 'Without the outcome' },
  { names: ['type', 'stage'], words: 'Without the event' },
  { names: ['connection', 'source'], words: 'Without the account' },
  { names: ['environment'], words: 'Without the environment' },
  { names: ['handled'], words: 'Handled or not' },
  { names: ['address'], words: 'Without the sender' },
  { names: ['record'], words: 'Without the record' },
];
const allButTheSearch: FilterName[] = filterNames.filter((name) => name !== 'q');
const atMost = 1_000;
const comingWords = 'Events that fit will appear here as they come.';

/** Why the list is empty, and what would fill it: how many there are without each filter. */
export function NoEvents({ filter, cut, onWiden, onClear, onChooseType }: NoEventsProps) {
  const seesPersonal = useSeesPersonal();
  const state = searchState(filter.q ?? '', filter.type);
  const byField = isFieldSearch(filter.q ?? '');
  const other = otherOperator(filter.q ?? '');
  const single = parts.filter(({ names }) => names.some((name) => filter[name]));
  const alone = single.length === 1;
  const all =
    filter.q && single.length > 2
      ? [...single, { names: allButTheSearch, words: 'Only the search' }]
      : single;
  // By a field nothing can be looked for without the event that has it.
  const set = all.filter(({ names }) => !byField || names.includes('q') || !names.includes('type'));
  const counts = useQueries({
    queries: set.map(({ names }) => ({
      queryKey: ['event log without', filterText(filter), names],
      queryFn: () => api.events.count.call({ ...eventFilterOf(without(filter, names), Date.now()), atMost }),
      enabled: state !== 'needs-type',
      staleTime: 10_000,
    })),
  });
  const known = useQuery(
    api.records.found.queryOptions({
      input: { q: filter.q ?? '', limit: 5 },
      enabled: state === 'ready' && !byField,
      staleTime: 10_000,
    }),
  );
  const wider = set.flatMap((part, at) => {
    const found = counts[at]?.data;
    return found && found.count > 0 ? [{ ...part, found: countWords(found) }] : [];
  });

  if (state === 'needs-type' && !other) {
    return (
      <EmptyState
        title="Choose an event to search by a field's value"
        action={
          <Button variant="primary" onClick={onChooseType}>
            Choose an event
          </Button>
        }
      >
        A field such as <code className="font-mono text-12">payload.deal.shortCode</code> belongs to one type
        of event.
      </EmptyState>
    );
  }
  // What is left of the filters is the search: by it alone nothing is found either.
  const bySearch = alone ? 0 : counts[set.findLastIndex(({ names }) => !names.includes('q'))]?.data?.count;
  const records = filter.q && bySearch === 0 ? (known.data?.items ?? []) : [];
  const time = inRangeWords(filter);
  const counting = counts.some((count) => count.isLoading);
  const outside = wider.find(({ names }) => names === timeNames);
  if (time && outside) {
    return (
      <EmptyState
        title={`Nothing ${cut ? 'found ' : ''}${time}. ${outside.found} outside it.`}
        action={
          <Button variant="primary" onClick={() => onWiden(outside.names)}>
            Show any time
          </Button>
        }
      >
        {cut
          ? cutSearchWords
          : alone
            ? 'Events appear here as they come.'
            : 'The other filters stay as they are.'}
      </EmptyState>
    );
  }
  if (alone && known.isLoading) return null;
  return (
    <EmptyState
      title={
        records.length > 0 && !cut
          ? 'No event of it was received'
          : other
            ? 'A field and its value are looked for by = alone'
            : titleOf(cut, time && (alone || counting) ? time : null)
      }
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {!alone &&
            wider.map(({ names, words, found }) => (
              <Button key={words} onClick={() => onWiden(names)}>
                {words}: {found}
              </Button>
            ))}
          <Button variant="quiet" onClick={onClear}>
            Clear filters
          </Button>
        </span>
      }
    >
      {records.length > 0 && <KnownRecords records={records} more={known.data?.more ?? false} />}
      {cut ? cutSearchWords : records.length === 0 && (filter.q && !seesPersonal ? onlyIds : whyOf(filter))}
    </EmptyState>
  );
}

/** What is to be known of the search itself, where nothing is found by it. */
function whyOf(filter: LogFilter): ReactNode {
  const { q = '', type } = filter;
  const other = otherOperator(q);
  if (other) return <NoEventsOperator {...other} />;
  if (isFieldSearch(q)) return <NoEventsField filter={filter} otherwise={comingWords} />;
  if (searchState(q, type) === 'too-short')
    return 'Type 3 characters at least: this finds only ids that are exactly it.';
  return isShortPhone(q) ? 'Of a phone number type 4 digits at least, without the +1.' : comingWords;
}

function titleOf(cut: boolean, time: string | null): string {
  if (cut) return 'No event found in what was looked through';
  return time ? `Nothing ${time}` : 'No event fits these filters';
}
