'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterChip } from '#components/ui/filter-chip.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { FilterText } from '#components/ui/filter-text.tsx';
import { FilterTime } from '#components/ui/filter-time.tsx';
import { eventOutcomes } from '#lib/delivery/event-outcomes.ts';
import type { EventItem } from '#lib/events/events.contract.ts';
import { api } from '../api.ts';
import { AccountFilter } from './account-filter.tsx';
import { EventSearch } from './event-search.tsx';
import { EventTypeFilter } from './event-type-filter.tsx';
import type { FilterChange, LogFilter } from './log-filter.ts';
import { rangeOptions } from './range-words.ts';

/** Tests and empty copies are told apart in a row, but are found here. */
const widerWords: Readonly<Record<string, string>> = { ignored: 'No flow wants it, test or empty' };
const outcomeOptions = [
  ...Object.entries(eventOutcomes).map(([value, { word }]) => ({ value, label: widerWords[value] ?? word })),
  { value: 'copies', label: 'Came more than once' },
  { value: 'not-recognised', label: 'Not recognised' },
];
const environmentOptions = [
  { value: 'production', label: 'Production' },
  { value: 'sandbox', label: 'Sandbox' },
];
const handledOptions = [
  { value: 'no', label: 'Not yet' },
  { value: 'yes', label: 'Yes' },
];

interface EventLogFiltersProps {
  filter: LogFilter;
  rows: readonly EventItem[];
  onChange: (change: FilterChange) => void;
  onClear: (() => void) | undefined;
  typeOpen: boolean;
  onTypeOpen: (open: boolean) => void;
}

/** Everything by which the event log is narrowed down. */
export function EventLogFilters({
  filter,
  rows,
  onChange,
  onClear,
  typeOpen,
  onTypeOpen,
}: EventLogFiltersProps) {
  const sandbox = useOnlySandbox(filter);
  return (
    <FilterBar
      label="Filter events"
      tinted={sandbox}
      onClear={onClear}
      search={
        <EventSearch q={filter.q ?? ''} type={filter.type} onSearch={(q) => onChange({ q: q || null })} />
      }
    >
      <FilterSelect
        label="Environment"
        options={environmentOptions}
        value={filter.environment ?? null}
        onChange={(environment) => onChange({ environment })}
      />
      <FilterTime
        label="Received"
        ranges={rangeOptions}
        value={{ range: filter.range ?? null, from: filter.from ?? null, to: filter.to ?? null }}
        onChange={onChange}
      />
      <AccountFilter filter={filter} onChange={onChange} />
      <EventTypeFilter
        type={filter.type ?? null}
        stage={filter.stage ?? null}
        seen={rows}
        open={typeOpen}
        onOpenChange={onTypeOpen}
        onChange={onChange}
      />
      <FilterSelect
        label="Outcome"
        options={outcomeOptions}
        value={filter.outcome ?? null}
        onChange={(outcome) => onChange({ outcome })}
      />
      <FilterSelect
        label="Handled"
        options={handledOptions}
        value={filter.handled ?? null}
        onChange={(handled) => onChange({ handled })}
      />
      <FilterText
        label="Sender"
        fieldLabel="Network address of the sender"
        help="Such as 203.0.113.7. It stands in the detail of each event."
        value={filter.address ?? null}
        onChange={(address) => onChange({ address })}
      />
      {filter.record && (
        <RecordChip record={filter.record} rows={rows} onRemove={() => onChange({ record: null })} />
      )}
    </FilterBar>
  );
}

/** Whether only a sandbox is shown: its environment was chosen, or one of its accounts. */
function useOnlySandbox({ environment, connection }: LogFilter): boolean {
  const accounts = useQuery(api.connections.list.queryOptions({ staleTime: 60_000 }));
  if (environment) return environment === 'sandbox';
  return accounts.data?.items.find(({ id }) => id === connection)?.environment === 'sandbox';
}

/** All rows tell of the record; most of them have it as their main one, so the word that most say names it. */
function RecordChip({
  record,
  rows,
  onRemove,
}: {
  record: string;
  rows: readonly EventItem[];
  onRemove: () => void;
}) {
  const [named, setNamed] = useState({ record: '', words: '' });
  const words = mostFrequent(
    rows
      .slice(0, 50)
      .flatMap(({ recordLabel, recordId }) =>
        recordLabel && recordId ? [`${recordLabel} ${recordId}`] : [],
      ),
  );
  if (words && named.record !== record) setNamed({ record, words });
  return (
    <FilterChip
      label="Record"
      words={named.record === record ? named.words : record.slice(-8)}
      onRemove={onRemove}
    />
  );
}

function mostFrequent(words: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(words, (word) => word)];
  return groups.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0];
}
