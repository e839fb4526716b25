'use client';

import { useQuery } from '@tanstack/react-query';
import { Badge } from '#components/ui/badge.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { WaitingReading } from '#lib/readings/readings.schema.ts';
import { api } from '../api.ts';
import { waitingWords } from './waiting-words.ts';

type WaitingReadingsProps = {
  /** Only those of this account, without its name. */
  connectionId?: string;
  /** A reading that is shown beside it already. */
  except?: string;
  className?: string;
};

/** What of readings waits for a person, a line each, which leads there. Nothing where nothing waits. */
export function WaitingReadings({ connectionId, except, className = '' }: WaitingReadingsProps) {
  const { data } = useQuery(api.readings.waiting.queryOptions({ refetchInterval: 30_000 }));
  const items = (data?.items ?? []).filter(
    (item) =>
      (connectionId === undefined || item.connectionId === connectionId) &&
      (item.what !== 'failed' || item.readingId !== except),
  );
  if (items.length === 0) return null;
  return (
    <ul className={`flex flex-col gap-1 text-13 ${className}`}>
      {items.map((item) => (
        <li key={`${item.readingId} ${item.what}`} className="flex flex-wrap items-center gap-x-3">
          <StatusMark
            tone={item.what === 'failed' ? 'bad' : 'attention'}
            shape={item.what === 'failed' ? 'triangle' : 'diamond'}
          >
            {waitingWords(item)}
          </StatusMark>
          {connectionId === undefined && (
            <span className="flex items-center gap-1.5 text-ink-2">
              {item.connectionName}
              {item.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
            </span>
          )}
          <TextLink href={hrefOf(item)}>
            {item.what === 'failed' ? 'See why' : item.count === 1 ? 'See which one' : 'See which ones'}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

function hrefOf({ connectionId, readingId, what }: WaitingReading): string {
  const page = `/accounts/${connectionId}/readings/${readingId}`;
  return what === 'failed' ? page : `${page}?what=never-reached-us`;
}
