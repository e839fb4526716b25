'use client';

import { useMay } from '#components/console/role-context.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { useEnerfloAccount } from './use-enerflo-account.ts';

type Chosen = ReturnType<typeof useEnerfloAccount>;

/** In which account one acts: to be chosen where there are several, and told where it is a sandbox. */
export function AccountLine({ chosen, locked = false }: { chosen: Chosen; locked?: boolean }) {
  const { accounts, account, calling, choose } = chosen;
  if (!account) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-2">
      {accounts.length > 1 && !locked ? (
        <Select
          aria-label="Account"
          className="w-64 max-w-full"
          options={accounts.map(({ id, name, environment }) => ({
            value: id,
            label: environment === 'sandbox' ? `${name}, sandbox` : name,
          }))}
          value={account.id}
          onChange={(event) => choose(event.target.value)}
        />
      ) : (
        <span>
          Account <TextLink href={`/accounts/${account.id}`}>{account.name}</TextLink>
        </span>
      )}
      {account.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
      {calling?.budget && (
        <span className="text-12 text-ink-3 tabular-nums">
          {calling.budget.left} of {calling.budget.limit.requests} requests left
        </span>
      )}
    </div>
  );
}

/** Why nothing can be done in Enerflo yet, and who can change that; null where it can. */
export function NotReady({ chosen }: { chosen: Chosen }) {
  const admin = useMay('admin');
  const { query, account, switchedOff, calling } = chosen;
  if (switchedOff) {
    return (
      <EmptyState
        title="This account is switched off"
        action={<LinkButton href={`/accounts/${switchedOff.id}`}>Look at the account</LinkButton>}
      >
        It is the account {switchedOff.name} that this was opened from, and nothing is done in another.{' '}
        {admin ? 'Switch it on first.' : 'An admin can switch it on.'}
      </EmptyState>
    );
  }
  if (query.data && !account) {
    return (
      <EmptyState
        title="There is no Enerflo account"
        action={admin && <LinkButton href="/accounts/new">Add an account</LinkButton>}
      >
        What you do here is done in an account of Enerflo. {admin ? 'Add it first.' : 'An admin can add it.'}
      </EmptyState>
    );
  }
  if (account && calling && !calling.hasKey) {
    return (
      <EmptyState
        title={`The account ${account.name} has no API key yet`}
        action={
          <LinkButton href={`/accounts/${account.id}`} variant={admin ? 'primary' : 'secondary'}>
            {admin ? 'Set the API key' : 'Look at the account'}
          </LinkButton>
        }
      >
        Enerflo takes requests only with a key, which Enerflo Support issues.{' '}
        {admin ? 'Set it on the page of the account.' : 'An admin sets it on the page of the account.'}
      </EmptyState>
    );
  }
  return null;
}
