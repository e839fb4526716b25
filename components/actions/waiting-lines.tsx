'use client';

import { useQuery } from '@tanstack/react-query';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { api } from '../api.ts';
import { inDoubtWords, stoppedWords } from './waiting-words.ts';

/** Above the list of actions: what of them, and of those for many at once, waits for a person. Else nothing. */
export function WaitingLines() {
  const actions = useQuery(api.actions.waiting.queryOptions()).data?.count ?? 0;
  const bulks = useQuery(api.bulk.waiting.queryOptions()).data?.count ?? 0;
  if (actions + bulks === 0) return null;
  return (
    <ul className="flex flex-col gap-1 px-4 pb-2 text-13">
      {actions > 0 && (
        <li className="flex flex-wrap items-center gap-x-3">
          <StatusMark tone="attention" shape="diamond">
            {inDoubtWords(actions)}
          </StatusMark>
          <span className="text-ink-2">
            This console stopped looking: open each one, or see in Enerflo whether it was done.
          </span>
          <TextLink href="/actions?state=unknown">Show what is in doubt</TextLink>
        </li>
      )}
      {bulks > 0 && (
        <li className="flex flex-wrap items-center gap-x-3">
          <StatusMark tone="attention" shape="diamond">
            {stoppedWords(bulks)}
          </StatusMark>
          <span className="text-ink-2">The rows that are left are not sent until somebody goes on.</span>
          <TextLink href="/bulk?state=stopped">Show what stopped</TextLink>
        </li>
      )}
    </ul>
  );
}
