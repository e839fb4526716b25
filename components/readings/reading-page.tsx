'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { PageBody } from '#components/layout/page-body.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { api } from '../api.ts';
import { FindingsList } from './findings-list.tsx';
import { ReadingCard } from './reading-card.tsx';
import { ReadingSentence } from './reading-sentence.tsx';
import { readingKindWords } from './reading-words.ts';
import { SkippedList } from './skipped-list.tsx';
import { isUnderWay, useReadingEnded } from './use-readings.ts';

/** One reading of an account: how it went, and for a catch-up what it found. */
export function ReadingPage({ connectionId, id }: { connectionId: string; id: string }) {
  const reading = useQuery(
    api.readings.get.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data) ? false : 2_000),
    }),
  );
  useReadingEnded(reading.data !== undefined && isUnderWay(reading.data));
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
      <PageHeader
        title={readingKindWords[data.kind]}
        back={back}
        description={<ReadingSentence reading={data} />}
      />
      <div className="flex max-w-180 flex-col gap-6 px-4 pt-1 pb-4">
        <ReadingCard reading={data} isPage />
        <SkippedList reading={data} />
      </div>
      {data.kind === 'catch-up' && <FindingsList reading={data} />}
    </>
  );
}
