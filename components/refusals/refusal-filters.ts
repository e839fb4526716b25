import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { sources } from '#lib/catalog/event-type.ts';
import { refusalStates } from '#lib/ingest/refusals.contract.ts';

const shape = {
  source: parseAsStringLiteral(sources),
  reason: parseAsString,
  state: parseAsStringLiteral([...refusalStates, 'any']).withDefault('open'),
};

/** The filters of the refused requests, kept in the URL; those that wait for a decision unless told otherwise. */
export function useRefusalFilters() {
  const [filters, setFilters] = useQueryStates(shape, { history: 'replace' });
  const input = {
    source: filters.source ?? undefined,
    reason: filters.reason ?? undefined,
    state: filters.state === 'any' ? undefined : filters.state,
  };
  const narrowed = filters.source !== null || filters.reason !== null;
  return {
    filters,
    setFilters,
    input,
    /** Whether something besides the state narrows the list. */
    narrowed,
    filtered: narrowed || filters.state !== 'open',
    clear: () => setFilters(null),
  };
}
