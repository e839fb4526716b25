'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { api } from '../api.ts';
import { AttemptList } from './attempt-list.tsx';

/** The tries of a delivery with request and answer, read once they are asked for. */
export function DeliveryTries({ id }: { id: string }) {
  const delivery = useQuery(api.deliveries.get.queryOptions({ input: { id } }));
  if (delivery.data) return <AttemptList attempts={delivery.data.attempts} />;
  if (delivery.isPending) return <SkeletonText lines={4} label="Reading the tries" />;
  return <QueryError title="The tries could not be read" query={delivery} />;
}
