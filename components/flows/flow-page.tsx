'use client';

import { useQuery } from '@tanstack/react-query';
import { PageBody } from '#components/layout/page-body.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { api, errorWords } from '../api.ts';
import { FlowForm } from './flow-form.tsx';

/** One flow, read and shown in its form. */
export function FlowPage({ id }: { id: string }) {
  const flow = useQuery(api.flows.get.queryOptions({ input: { id }, refetchInterval: 30_000 }));
  if (flow.data) return <FlowForm key={id} flow={flow.data} />;
  const problem = flow.isError ? errorWords(flow.error) : null;
  return (
    <>
      <PageHeader title="Flow" back={<TextLink href="/flows">Flows</TextLink>} />
      <PageBody>
        {problem ? (
          <ErrorState
            title="The flow could not be read"
            requestId={problem.requestId}
            onRetry={() => void flow.refetch()}
            retrying={flow.isFetching}
          >
            {problem.message}
          </ErrorState>
        ) : (
          <SkeletonText lines={12} label="Reading the flow" />
        )}
      </PageBody>
    </>
  );
}
