'use client';

import { useQuery } from '@tanstack/react-query';
import { sourceLabel } from '#components/events/source-label.ts';
import { Badge } from '#components/ui/badge.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import type { ConnectionItem } from '#lib/settings/settings.contract.ts';
import { api, errorWords } from '../api.ts';
import { KeyAddress } from './key-address.tsx';
import { SunnovaAddresses } from './sunnova-addresses.tsx';

/** The accounts, and what to enter at each sender so that its webhooks arrive. Keys and passwords are never shown. */
export function AccountList({ publicUrl }: { publicUrl: string }) {
  const connections = useQuery(api.settings.connections.queryOptions());
  return (
    <Section
      title="Accounts"
      description="Where each sender has to send its webhooks. Keys and passwords are never shown here: whoever runs Heliograph has them."
    >
      {connections.isError && !connections.data && (
        <ErrorState
          title="The accounts could not be read"
          requestId={errorWords(connections.error).requestId}
          onRetry={() => void connections.refetch()}
        >
          {errorWords(connections.error).message}
        </ErrorState>
      )}
      {connections.isPending && <SkeletonText lines={6} label="Reading the accounts" />}
      {connections.data?.items.length === 0 && (
        <p className="text-13 text-ink-2">There is no account yet. They are made when Heliograph starts.</p>
      )}
      <ul className="flex flex-col gap-3">
        {connections.data?.items.map((account) => (
          <li key={account.id} className="flex flex-col gap-2 rounded border px-3 py-3">
            <AccountHead account={account} />
            {account.source === 'sunnova' ? (
              <SunnovaAddresses publicUrl={publicUrl} />
            ) : (
              <KeyAddress publicUrl={publicUrl} source={account.source} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AccountHead({ account }: { account: ConnectionItem }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h3 className="text-13 font-medium">{account.name}</h3>
      {account.name !== sourceLabel[account.source] && (
        <span className="text-13 text-ink-2">{sourceLabel[account.source]}</span>
      )}
      <Badge tone={account.environment === 'sandbox' ? 'attention' : 'neutral'}>{account.environment}</Badge>
    </div>
  );
}
