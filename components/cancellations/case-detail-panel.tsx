'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { api } from '../api.ts';
import { CaseDetailView } from './case-detail-view.tsx';
import { useLiveCase } from './use-live-case.ts';

/** One case, read and kept up to date. */
export function CaseDetailPanel({ id, isPage = false }: { id: string; isPage?: boolean }) {
  useLiveCase(id);
  const detail = useQuery(api.cases.get.queryOptions({ input: { id }, refetchInterval: 60_000 }));
  if (detail.data) return <CaseDetailView detail={detail.data} isPage={isPage} />;
  if (detail.isPending)
    return (
      <div className="p-4">
        <SkeletonText lines={8} label="Reading the case" />
      </div>
    );
  return <QueryError title="The case could not be read" query={detail} />;
}
