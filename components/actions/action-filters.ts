'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { actionStateNames } from '#lib/actions/action-states.ts';

const shape = {
  state: parseAsStringLiteral(actionStateNames),
  operation: parseAsString,
  account: parseAsString,
  person: parseAsString,
  record: parseAsString,
  event: parseAsString,
  bulk: parseAsString,
};

/** The filters of the list of actions, as they stand in the address. */
export function useActionFilters() {
  const [filters, setFilters] = useQueryStates(shape, { history: 'replace' });
  return {
    filters,
    setFilters,
    filtered: Object.values(filters).some((value) => value !== null),
    clear: () => void setFilters(null),
    /** As the API takes them. */
    input: {
      state: filters.state ?? undefined,
      operation: filters.operation ?? undefined,
      connectionId: filters.account ?? undefined,
      actorId: filters.person ?? undefined,
      record: filters.record ?? undefined,
      eventId: filters.event ?? undefined,
      bulkId: filters.bulk ?? undefined,
    },
  };
}

export type ActionFilters = ReturnType<typeof useActionFilters>;
