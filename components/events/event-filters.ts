import { parseAsString, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { type FilterChange, filterNames, filterText, type LogFilter, readFilter } from './log-filter.ts';

const shape = Object.fromEntries(filterNames.map((name) => [name, parseAsString]));

/** The filters of the event log, kept in the URL. `text` is the filter as one text: the key of everything read by it. */
export function useEventFilters(): {
  filter: LogFilter;
  text: string;
  change: (change: FilterChange) => void;
} {
  const [values, setValues] = useQueryStates(shape, { history: 'replace' });
  const text = filterText(readFilter(values));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says all that the values do
  const filter = useMemo(() => readFilter(values), [text]);
  const change = useCallback((next: FilterChange) => void setValues(next), [setValues]);
  return { filter, text, change };
}
