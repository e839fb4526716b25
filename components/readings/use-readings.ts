import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { api } from '../api.ts';

const LISTED = 8;

export function isUnderWay({ state }: Pick<ReadingItem, 'state'>): boolean {
  return state === 'running' || state === 'waiting';
}

/** The newest readings of an account, looked at more often while one is under way. */
export function useReadings(connectionId: string) {
  const query = useQuery(
    api.readings.list.queryOptions({
      input: { connectionId, limit: LISTED },
      refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 2_000 : 15_000),
    }),
  );
  useReadingEnded(query.data?.items.some(isUnderWay) ?? false);
  return query;
}

/** Reads anew what the end of a reading changes: what it found since the last look, and what waits for a person. */
export function useReadingEnded(underWay: boolean): void {
  const client = useQueryClient();
  const was = useRef(underWay);
  useEffect(() => {
    if (was.current && !underWay) {
      void client.invalidateQueries({ queryKey: api.readings.waiting.key() });
      void client.invalidateQueries({ queryKey: api.readings.findings.key() });
    }
    was.current = underWay;
  }, [underWay, client]);
}

/** To be called after a reading was started, stopped or went on: everything that shows readings is read anew. */
export function useReadingsChanged(): () => void {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries({ queryKey: api.readings.key() }), [client]);
}
