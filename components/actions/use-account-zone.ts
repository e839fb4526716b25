'use client';

import { useQuery } from '@tanstack/react-query';
import { useClock } from '#components/ui/clock.tsx';
import { api } from '../api.ts';

/** The time zone (IANA) in which the days of an account are meant: its own where it has one, else the reader's. */
export function useAccountZone(connectionId: string): string {
  const { timeZone } = useClock();
  const account = useQuery(
    api.enerflo.account.queryOptions({ input: { id: connectionId }, staleTime: 60_000 }),
  );
  return account.data?.settings.timeZone ?? timeZone;
}
