'use client';

import { useQuery } from '@tanstack/react-query';
import { useDebounced } from '#components/flows/use-debounced.ts';
import { api } from '../api.ts';
import { durationWords, numberWords } from './reading-words.ts';

/**
 * What takes most of the time of a catch-up since then (an instant, ISO 8601; null: none yet), and how long. It keeps
 * its place while it is not known, and is empty where nothing takes long.
 */
export function CatchUpCost({ connectionId, since }: { connectionId: string; since: string | null }) {
  const settled = useDebounced(since, 400);
  const { data } = useQuery({
    ...api.readings.catchUpCost.queryOptions({ input: { connectionId, since: settled ?? '' } }),
    enabled: settled !== null,
    placeholderData: (before) => before,
  });
  return (
    <p role="status" className="min-h-15 text-13 text-ink-2 md:min-h-10">
      {since !== null && data && data.installs > 0 && sentence(data)}
    </p>
  );
}

function sentence({ installs, seconds }: { installs: number; seconds: number }): string {
  const which = installs === 1 ? 'the one install' : `each of the ${numberWords(installs)} installs`;
  return `Asks Enerflo for the milestones of ${which} heard of since thirty days before that time: ${durationWords(seconds)}.`;
}
