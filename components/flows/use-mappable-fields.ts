import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MappableField } from '#lib/flows/flows.contract.ts';
import { api } from '../api.ts';
import { fieldKey } from './mappable-field.ts';

/** Only so many types are asked for their fields; the others of a flow have the same ones as a rule. */
const mostTypes = 6;

/**
 * What the rows of a flow can take: the fields of the type whose result is shown, with its samples, then those that
 * only other chosen types have, without one.
 */
export function useMappableFields(connectionId: string, types: readonly string[], shownType: string | null) {
  const ordered = [...types].sort((one, other) => Number(other === shownType) - Number(one === shownType));
  const { lists, isPending, error } = useQueries({
    queries: ordered.slice(0, mostTypes).map((type) =>
      api.flows.fields.queryOptions({
        input: { connectionId, type },
        staleTime: 60_000,
        enabled: connectionId !== '',
      }),
    ),
    combine: (results) => ({
      lists: results.map((result) => result.data?.fields),
      isPending: results.some((result) => result.isFetching && !result.data),
      error: results.find((result) => result.error && !result.data)?.error ?? null,
    }),
  });
  const merged = useMemo(() => mergeFields(lists), [lists]);
  return { ...merged, isPending, error };
}

export type MappableFields = ReturnType<typeof useMappableFields>;

/** Each field once, those of the first list with their samples; normalised ones before those of the data. */
function mergeFields(lists: readonly (readonly MappableField[] | undefined)[]) {
  const byKey = new Map<string, MappableField>();
  for (const [index, list] of lists.entries()) {
    for (const field of list ?? []) {
      const name = fieldKey(field.source);
      if (!byKey.has(name)) byKey.set(name, index === 0 ? field : { ...field, sample: null });
    }
  }
  const fields = [...byKey.values()].sort((one, other) => rank(one) - rank(other));
  return { fields, byKey };
}

function rank(field: MappableField): number {
  return field.source.kind === 'record' ? 0 : 1;
}
