import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { sources } from '#lib/catalog/event-type.ts';

const shape = {
  source: parseAsStringLiteral(sources),
  environment: parseAsStringLiteral(['production', 'sandbox']),
  type: parseAsString,
  outcome: parseAsString,
  q: parseAsString,
};

/** The filters of the event log, kept in the URL. `input` is what the API takes; filters not set are left out. */
export function useEventFilters() {
  const [filters, setFilters] = useQueryStates(shape, { history: 'replace' });
  const entries = Object.entries(filters).filter(([, value]) => value !== null && value !== '');
  const input: Partial<{ [K in keyof typeof filters]: NonNullable<(typeof filters)[K]> }> =
    Object.fromEntries(entries);
  return { filters, setFilters, input, filtered: entries.length > 0, clear: () => setFilters(null) };
}
