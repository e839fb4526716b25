import { useQuery } from '@tanstack/react-query';
import type { EventDetail } from '#lib/events/events.contract.ts';
import type { RecordDetail } from '#lib/records/records.contract.ts';
import { api } from '../api.ts';
import type { FormField } from './action-values.ts';
import { asksForLead, leadKinds, leadValues } from './lead-values.ts';

/**
 * What the form of a lead is filled in with, where it was opened from an event or a record of a lead of another system.
 * Of an event all that is known of its lead by now counts: one that tells of a new status may tell no address. Only what
 * it told itself where nothing is kept of it, as of a test.
 */
export function useLeadValues(
  fields: readonly FormField[],
  event: EventDetail | undefined,
  record: RecordDetail | undefined,
) {
  const told = event?.records.find(({ kind }) => leadKinds.has(kind));
  const keptId = asksForLead(fields) ? (told?.recordId ?? null) : null;
  const kept = useQuery(
    api.records.get.queryOptions({ input: { id: keptId ?? '' }, enabled: keptId !== null }),
  );
  const lead = record ?? kept.data ?? told;
  return {
    query: kept,
    ready: keptId === null || kept.data !== undefined,
    values: lead ? leadValues(fields, lead) : {},
  };
}
