import { sourceLabel } from '#components/events/source-label.ts';
import { Badge } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import type { ConnectionItem } from '#lib/connections/connections.contract.ts';
import { AccountStateMark } from './account-state-mark.tsx';

/** The columns of the accounts. */
export const accountColumns: readonly Column<ConnectionItem>[] = [
  {
    id: 'name',
    header: 'Account',
    width: 'minmax(180px, 1fr)',
    cell: (account) => <span className="font-medium">{account.name}</span>,
  },
  { id: 'source', header: 'Of', width: '132px', cell: (account) => sourceLabel[account.source] },
  {
    id: 'environment',
    header: 'Environment',
    width: '132px',
    minTableWidth: 640,
    cell: (account) => <EnvironmentBadge account={account} />,
  },
  {
    id: 'state',
    header: 'Is it well',
    width: 'minmax(180px, 240px)',
    cell: (account) => <AccountStateMark account={account} />,
  },
];

/** A sandbox is tinted, so that nobody mistakes it. */
export function EnvironmentBadge({ account }: { account: Pick<ConnectionItem, 'environment'> }) {
  const sandbox = account.environment === 'sandbox';
  return <Badge tone={sandbox ? 'attention' : 'neutral'}>{account.environment}</Badge>;
}

/** A row on a narrow screen: two lines. */
export function renderNarrowAccount(account: ConnectionItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{account.name}</span>
        <EnvironmentBadge account={account} />
      </span>
      <span className="flex items-center justify-between gap-2 text-12 text-ink-2">
        <span className="truncate">{sourceLabel[account.source]}</span>
        <AccountStateMark account={account} />
      </span>
    </>
  );
}
