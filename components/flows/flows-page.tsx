'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { QueryError } from '#components/console/query-error.tsx';
import { useMay } from '#components/console/role-context.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { FlowItem } from '#lib/flows/flow.schema.ts';
import { api } from '../api.ts';
import { flowColumns, renderNarrowFlow } from './flow-columns.tsx';

const rowId = (flow: FlowItem) => flow.id;
const rowHref = (flow: FlowItem) => `/flows/${flow.id}`;

/** Every flow: when it starts, where it sends, whether it is on. */
export function FlowsPage() {
  const router = useRouter();
  const queries = useQueryClient();
  const mayEdit = useMay('editor');
  const flows = useQuery(api.flows.list.queryOptions());
  return (
    <>
      <PageHeader
        title="Flows"
        description="When these events arrive, send these fields there."
        actions={
          mayEdit && (
            <LinkButton href="/flows/new" variant="primary">
              New flow
            </LinkButton>
          )
        }
      />
      <div className="flex min-h-0 flex-1 flex-col border-t">
        <DataTable
          label="Flows"
          rows={flows.data?.items ?? []}
          columns={flowColumns}
          rowId={rowId}
          rowHref={rowHref}
          onOpen={(flow) => router.push(`/flows/${flow.id}`)}
          onRowHover={(flow) =>
            void queries.prefetchQuery(
              api.flows.get.queryOptions({ input: { id: flow.id }, staleTime: 30_000 }),
            )
          }
          renderNarrow={renderNarrowFlow}
          loading={flows.isPending}
          error={flows.isError ? <QueryError title="The flows could not be read" query={flows} /> : undefined}
          empty={<NoFlows mayEdit={mayEdit} />}
        />
      </div>
    </>
  );
}

function NoFlows({ mayEdit }: { mayEdit: boolean }) {
  return (
    <EmptyState
      title="There is no flow yet"
      action={mayEdit && <LinkButton href="/flows/new">Create the first flow</LinkButton>}
    >
      A flow waits for events, such as a new customer in Enerflo, and sends the fields you choose to another
      system, such as your CRM. {!mayEdit && 'An editor or admin can create one.'}
    </EmptyState>
  );
}
