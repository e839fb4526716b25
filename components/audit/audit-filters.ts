'use client';

import { parseAsIsoDateTime, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { actorKinds } from '#lib/audit/actor-kinds.ts';
import { rangeHours, ranges } from '#lib/events/event-query.schema.ts';
import { useDebounced } from '../flows/use-debounced.ts';

/** Under the names that the API and the CLI's `export audit --filter` take. */
const shape = {
  actorKind: parseAsStringLiteral(actorKinds),
  actorId: parseAsString,
  action: parseAsString,
  subjectKind: parseAsString,
  subjectId: parseAsString,
  requestId: parseAsString,
  q: parseAsString,
  range: parseAsStringLiteral(ranges),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
};

/** Pause in typing after which the list answers, in milliseconds. */
const pause = 200;

/** The filters of the audit log, kept in the URL; `input` is what the API and the export take. */
export function useAuditFilters() {
  const [filters, setFilters] = useQueryStates(shape, { history: 'replace' });
  const q = useDebounced(filters.q?.trim() ?? '', pause);
  const { actorKind, actorId, action, subjectKind, subjectId, requestId, range, from, to } = filters;
  const input = useMemo(() => {
    // A moving range begins where it is when it is chosen, so that the pages of the list belong together.
    const start = range ? new Date(Date.now() - rangeHours[range] * 3_600_000) : from;
    return {
      actorKind: actorKind ?? undefined,
      actorId: actorId ?? undefined,
      action: action ?? undefined,
      subjectKind: subjectKind ?? undefined,
      subjectId: subjectId ?? undefined,
      requestId: requestId ?? undefined,
      q: q || undefined,
      from: start?.toISOString(),
      to: range ? undefined : to?.toISOString(),
    };
  }, [actorKind, actorId, action, subjectKind, subjectId, requestId, q, range, from, to]);
  const filtered = Object.values(filters).some((value) => value !== null && value !== '');
  return { filters, setFilters, input, filtered, clear: () => void setFilters(null) };
}

/** The filters that a choice of "who" means: a kind of actor, or the id of one. */
export function whoFilter(who: string | null) {
  const actorKind = actorKinds.find((kind) => kind === who) ?? null;
  return { actorKind, actorId: actorKind ? null : who };
}
