'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { api } from '../api.ts';
import { RefusalDetailView } from './refusal-detail-view.tsx';

/** One refused request, read and kept up to date. */
export function RefusalDetailPanel({ id }: { id: string }) {
  const refusal = useQuery(api.refusals.get.queryOptions({ input: { id } }));
  if (refusal.data) return <RefusalDetailView refusal={refusal.data} />;
  if (refusal.isPending)
    return (
      <div className="p-4">
        <SkeletonText lines={8} label="Reading the refused request" />
      </div>
    );
  return <QueryError title="The refused request could not be read" query={refusal} />;
}
