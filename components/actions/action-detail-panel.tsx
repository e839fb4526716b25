'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { api } from '../api.ts';
import { ActionDetailView } from './action-detail-view.tsx';
import { isOpen, openEvery } from './open-actions.ts';

/** One action, read, and read again while something may happen to it by itself. */
export function ActionDetailPanel({ id }: { id: string }) {
  const action = useQuery(
    api.actions.get.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (isOpen(state.data) ? openEvery : false),
    }),
  );
  if (action.data) return <ActionDetailView action={action.data} />;
  if (action.isPending) {
    return (
      <div className="p-4">
        <SkeletonText lines={8} label="Reading the action" />
      </div>
    );
  }
  return <QueryError title="The action could not be read" query={action} />;
}
