'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { QueryError } from '#components/console/query-error.tsx';
import { useMay } from '#components/console/role-context.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { ConnectionItem } from '#lib/connections/connections.contract.ts';
import { api } from '../api.ts';
import { WaitingReadings } from '../readings/waiting-readings.tsx';
import { accountColumns, renderNarrowAccount } from './account-columns.tsx';

const rowId = (account: ConnectionItem) => account.id;
const rowHref = (account: ConnectionItem) => `/accounts/${account.id}`;

/** Every account: who sends, in which environment, and when it was last heard. */
export function AccountsPage() {
  const router = useRouter();
  const queries = useQueryClient();
  const mayChange = useMay('admin');
  const accounts = useQuery(api.connections.list.queryOptions({ refetchInterval: 15_000 }));
  return (
    <>
      <PageHeader
        title="Accounts"
        description="Who sends to this console: each company at Enerflo, Sunnova and your CRM, with its addresses and keys."
        actions={
          mayChange && (
            <LinkButton href="/accounts/new" variant="primary">
              Add an account
            </LinkButton>
          )
        }
      />
      <WaitingReadings className="px-4 pb-3" />
      <div className="flex min-h-0 flex-1 flex-col border-t">
        <DataTable
          label="Accounts"
          rows={accounts.data?.items ?? []}
          columns={accountColumns}
          rowId={rowId}
          rowHref={rowHref}
          onOpen={(account) => router.push(`/accounts/${account.id}`)}
          onRowHover={({ id }) =>
            void queries.prefetchQuery(api.connections.get.queryOptions({ input: { id }, staleTime: 15_000 }))
          }
          renderNarrow={renderNarrowAccount}
          loading={accounts.isPending}
          error={
            accounts.isError ? (
              <QueryError title="The accounts could not be read" query={accounts} />
            ) : undefined
          }
          empty={
            <EmptyState
              title="There is no account yet"
              action={mayChange && <LinkButton href="/accounts/new">Add the first account</LinkButton>}
            >
              An account is a company at Enerflo, Sunnova or a CRM that sends its webhooks here.{' '}
              {!mayChange && 'An admin can add one.'}
            </EmptyState>
          }
        />
      </div>
    </>
  );
}
