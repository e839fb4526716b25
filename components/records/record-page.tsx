'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { api } from '../api.ts';
import { RecordDetailView } from './record-detail-view.tsx';

/** One thing at a vendor, as it is known here. */
export function RecordPage({ id }: { id: string }) {
  const detail = useQuery(api.records.get.queryOptions({ input: { id }, refetchInterval: 60_000 }));
  return (
    <>
      <PageHeader title={detail.data?.label ?? 'Record'} back={<TextLink href="/events">Events</TextLink>} />
      {detail.data && <RecordDetailView record={detail.data} />}
      {detail.isPending && (
        <div className="p-4">
          <SkeletonText lines={10} label="Reading what is known" />
        </div>
      )}
      {detail.isError && !detail.data && <QueryError title="The record could not be read" query={detail} />}
    </>
  );
}
