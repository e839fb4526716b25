'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { api } from '../api.ts';
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
  return <QueryError title="The delivery could not be read" query={delivery} />;
}
