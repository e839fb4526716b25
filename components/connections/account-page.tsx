'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { PageBody } from '#components/layout/page-body.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { secretKindsOf } from '#lib/connections/connection-kinds.schema.ts';
import { api } from '../api.ts';
import { AccountReadings } from '../readings/account-readings.tsx';
import { AccountAddresses } from './account-addresses.tsx';
import { AccountHeader } from './account-header.tsx';
import { ApiKeys } from './api-keys.tsx';
import { EnerfloApi } from './enerflo-api.tsx';
import { HeardTypes } from './heard-types.tsx';
import { ReachWarnings } from './reach-warnings.tsx';
import { WhereToPaste } from './where-to-paste.tsx';

/** One account: whether it is well, its addresses, where to paste them, what it sent, its API key. */
export function AccountPage({ id }: { id: string }) {
  const account = useQuery(api.connections.get.queryOptions({ input: { id }, refetchInterval: 10_000 }));
  if (!account.data) {
    return (
      <>
        <PageHeader title="Account" back={<TextLink href="/accounts">Accounts</TextLink>} />
        <PageBody>
          {account.isError ? (
            <QueryError title="The account could not be read" query={account} />
          ) : (
            <SkeletonText lines={12} label="Reading the account" />
          )}
        </PageBody>
      </>
    );
  }
  const { data } = account;
  const hasKey = data.secrets.some(({ setAt }) => setAt !== null);
  return (
    <div className="relative">
      <AccountHeader account={data} />
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 px-4 pt-1 pb-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <div className="flex min-w-0 flex-col gap-6">
          <ReachWarnings warnings={data.publicUrlWarnings} />
          <AccountAddresses account={data} />
          {data.source === 'enerflo' && <AccountReadings id={data.id} hasKey={hasKey} />}
          <WhereToPaste account={data} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {secretKindsOf(data.source).length > 0 && <ApiKeys account={data} />}
          {data.source === 'enerflo' && <EnerfloApi key={data.secrets[0]?.setAt} id={data.id} />}
          <HeardTypes heard={data.heard} />
        </div>
      </div>
    </div>
  );
}
