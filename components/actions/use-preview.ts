'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDebounced } from '#components/flows/use-debounced.ts';
import { useClock } from '#components/ui/clock.tsx';
import type { PutRight } from '#lib/actions/action.schema.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { api } from '../api.ts';
import {
  type ActionValues,
  type FormField,
  inputOf,
  missingFields,
  unchosenFields,
} from './action-values.ts';

/** What the server made of values, and which values those were. */
export type Looked = { right: PutRight; asked: JsonObject };

/** So long the values must stand still before they are looked at. */
const still = 350;

/**
 * What would be sent, asked anew whenever the values stand still: first how they would be put right (nothing is asked
 * of Enerflo), and once they suffice the preview, which reads today's values there.
 */
export function usePreview(
  operation: Operation,
  fields: readonly FormField[],
  connectionId: string,
  values: ActionValues,
) {
  const { timeZone } = useClock();
  const now = inputOf(fields, values);
  const text = JSON.stringify(now);
  const settled = useDebounced(text, still);
  const input = { connectionId, operation: operation.name, input: JSON.parse(settled), timeZone };
  const right = useQuery(
    api.actions.putRight.queryOptions({
      input,
      enabled: settled !== '{}',
      placeholderData: keepPreviousData,
      staleTime: 60_000,
      retry: false,
    }),
  );
  // Kept with what it was asked of: what is said of a field that was changed since is no longer true.
  const [looked, setLooked] = useState<Looked | null>(null);
  if (right.data && !right.isPlaceholderData && looked?.right !== right.data) {
    setLooked({ right: right.data, asked: input.input });
  }
  const suffices =
    settled === text &&
    missingFields(fields, values).length === 0 &&
    unchosenFields(fields, values).length === 0 &&
    right.data !== undefined &&
    !right.isPlaceholderData &&
    right.data.problems.length === 0;
  const preview = useQuery(
    api.actions.preview.queryOptions({
      input,
      enabled: suffices,
      staleTime: 15_000,
      gcTime: 60_000,
      retry: false,
      placeholderData: keepPreviousData,
    }),
  );
  return {
    /** The request as it would be made now; changes with every value. */
    text,
    timeZone,
    input: now,
    looked: text === '{}' ? null : looked,
    /** Whether the fields are filled well enough for a preview. */
    suffices,
    preview,
    /** The preview of exactly what stands in the fields; undefined while it is not there. */
    current: suffices && !preview.isPlaceholderData ? preview.data : undefined,
  };
}
