'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { PageBody } from '#components/layout/page-body.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { api } from '../api.ts';
import { FindingsList } from './findings-list.tsx';
import { ReadingCard } from './reading-card.tsx';
import { findingWords, readingKindWords } from './reading-words.ts';
import { isUnderWay } from './use-readings.ts';

/** One reading of an account: how it went, and for a catch-up what it found. */
export function ReadingPage({ connectionId, id }: { connectionId: string; id: string }) {
  const reading = useQuery(
    api.readings.get.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data) ? false : 2_000),
    }),
  );
  const account = useQuery(api.connections.get.queryOptions({ input: { id: connectionId } }));
  const back = <TextLink href={`/accounts/${connectionId}`}>{account.data?.name ?? 'Account'}</TextLink>;
  if (!reading.data) {
    return (
      <>
        <PageHeader title="Reading" back={back} />
        <PageBody>
          {reading.isError ? (
            <QueryError title="The reading could not be read" query={reading} />
          ) : (
            <SkeletonText lines={8} label="Reading" />
          )}
        </PageBody>
      </>
    );
  }
  const { data } = reading;
  return (
    <>
      <PageHeader title={readingKindWords[data.kind]} back={back} description={<Sentence reading={data} />} />
      <div className="flex max-w-180 flex-col gap-6 px-4 pt-1 pb-4">
        <ReadingCard reading={data} isPage />
      </div>
      {data.kind === 'catch-up' && <FindingsList reading={data} />}
    </>
  );
}

function Sentence({ reading }: { reading: ReadingItem }) {
  const { kind, state, endedAt } = reading;
  if (state !== 'done' || endedAt === null) {
    return kind === 'initial'
      ? 'Reads everything of this account into records. Nothing is sent, and nothing counts as a change.'
      : 'Reads what changed in Enerflo and applies what no webhook told. Nothing is sent, and no flow starts.';
  }
  return (
    <>
      Done <RelativeTime iso={endedAt} focusable />
      {kind === 'catch-up' ? `: ${findingWords(reading)}.` : '. Nothing of it counts as a change.'}
    </>
  );
}
