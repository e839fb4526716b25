'use client';

import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { api, errorWords } from '../api.ts';
import { DeliveryDetailView } from './delivery-detail-view.tsx';

/** One delivery, read and kept up to date. */
export function DeliveryDetailPanel({ id }: { id: string }) {
  const delivery = useQuery(api.deliveries.get.queryOptions({ input: { id } }));
  if (delivery.data) return <DeliveryDetailView delivery={delivery.data} />;
  if (delivery.isPending)
    return (
      <div className="p-4">
        <SkeletonText lines={8} label="Reading the delivery" />
      </div>
    );
  const { message, requestId } = errorWords(delivery.error);
  return (
    <ErrorState
      title="The delivery could not be read"
      requestId={requestId}
      onRetry={() => void delivery.refetch()}
      retrying={delivery.isFetching}
    >
      {message}
    </ErrorState>
  );
}
