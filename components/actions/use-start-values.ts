'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClock } from '#components/ui/clock.tsx';
import { isolated } from '#components/ui/isolated.ts';
import type { EnerfloSettings } from '#lib/enerflo/enerflo-settings.schema.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { api } from '../api.ts';
import { insteadOptions, noteOf, whatWasAsked } from './instead.ts';
import { idsOfRecord, type Start, startFromIds, valuesFromAddress, valuesFromInput } from './start-values.ts';
import { useLeadValues } from './use-lead-values.ts';

/**
 * What a form is filled in with: what the address says (`event=`, `record=`, `case=`, fields by name), and of an event,
 * a record or a case the ids that it is about. A Sunnova case knows no id of Enerflo: its homeowner's name is looked for
 * instead; of a Sunnova lead the form of a lead takes the person. In the place of an action that was not done
 * (`instead-of=`), all that was asked; where Enerflo did not allow it, with today's values.
 */
export function useStartValues(operation: Operation, address: { get: (key: string) => string | null }) {
  const { timeZone } = useClock();
  const askedEvent = address.get('event');
  const recordId = address.get('record');
  const caseId = address.get('case');
  const actionId = address.get('instead-of');
  const found = useQuery(
    api.cases.get.queryOptions({ input: { id: caseId ?? '' }, enabled: caseId !== null }),
  );
  const eventId = askedEvent ?? found.data?.events[0]?.id;
  const event = useQuery(
    api.events.get.queryOptions({ input: { id: askedEvent ?? '' }, enabled: askedEvent !== null }),
  );
  const record = useQuery(
    api.records.get.queryOptions({ input: { id: recordId ?? '' }, enabled: recordId !== null }),
  );
  const instead = useQuery(insteadOptions(actionId));
  const fields = useMemo(() => operationFields(operation), [operation]);
  const { data } = event;
  const lead = useLeadValues(fields, data, record.data);
  const ids = [
    ...(data?.records.map(({ kind, id }) => ({ kind, value: id })) ?? []),
    ...(data?.ids.map(({ kind, value }) => ({ kind, value })) ?? []),
    ...(record.data ? idsOfRecord(record.data) : []),
  ];
  const failed = [found, event, record, instead, lead.query].find(
    ({ isError, data: read }) => isError && read === undefined,
  );
  return {
    ready:
      (askedEvent === null || data !== undefined) &&
      (recordId === null || record.data !== undefined) &&
      (caseId === null || found.data !== undefined) &&
      lead.ready &&
      (actionId === null || instead.data !== undefined),
    failed: failed ?? null,
    /** What the form begins with, as the account wants its ids. */
    start: (settings: Pick<EnerfloSettings, 'milestoneId' | 'timeZone'>): Start => {
      const { values, sought } = startFromIds(fields, ids, settings);
      const filled = valuesFromInput(fields, instead.data?.input ?? {}, settings.timeZone ?? timeZone);
      return {
        values: { ...lead.values, ...values, ...filled, ...valuesFromAddress(fields, address) },
        sought,
      };
    },
    /** The account of the event or record, when that is one of Enerflo. */
    connectionId:
      instead.data?.connectionId ??
      [data, record.data].find((one) => one?.source === 'enerflo')?.connectionId ??
      null,
    environment: data?.environment ?? record.data?.environment ?? found.data?.environment,
    eventId: eventId ?? instead.data?.eventId ?? undefined,
    /** The id of what it was opened from; '' where that is nothing. */
    openedFrom: askedEvent ?? recordId ?? caseId ?? actionId ?? '',
    /** What it updates that is in Enerflo already, where it was opened for that. */
    updates: instead.data?.updates ?? null,
    /** What it was opened for and could not be filled in with. */
    note: instead.data && noteOf(instead.data),
    firstQuery: found.data?.homeowner ?? undefined,
    /** What it was opened from, in words. */
    from: record.data
      ? {
          href: `/records/${record.data.id}` as const,
          words: `the ${record.data.label} ${isolated(record.data.about ?? record.data.externalId)}`,
        }
      : instead.data
        ? {
            href: `/actions/${actionId}` as const,
            words: whatWasAsked(instead.data),
          }
        : whence(askedEvent, data?.label, caseId, found.data?.homeowner ?? null),
  };
}

function whence(
  eventId: string | null,
  label: string | undefined,
  caseId: string | null,
  homeowner: string | null,
): { href: `/events/${string}` | `/cancellations/${string}`; words: string } | null {
  if (eventId && label) return { href: `/events/${eventId}`, words: `the event ${isolated(label)}` };
  if (caseId) {
    return {
      href: `/cancellations/${caseId}`,
      words: homeowner ? `the cancellation case of ${isolated(homeowner)}` : 'a cancellation case',
    };
  }
  return null;
}
