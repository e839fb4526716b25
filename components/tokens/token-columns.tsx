import { roleWords } from '#components/console/role-words.ts';
import type { Column } from '#components/ui/data-table-column.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { TokenItem } from '#lib/auth/tokens.contract.ts';
import { TokenEnd } from './token-end.tsx';
import { TokenStateMark } from './token-state-mark.tsx';

/** The columns of the API tokens. */
export const tokenColumns: readonly Column<TokenItem>[] = [
  { id: 'name', header: 'Name', width: 'minmax(180px, 1fr)', cell: ({ name }) => name },
  { id: 'role', header: 'Role', width: '104px', cell: ({ roleNow }) => roleWords[roleNow].label },
  { id: 'state', header: 'State', width: '124px', cell: ({ state }) => <TokenStateMark state={state} /> },
  {
    id: 'maker',
    header: 'Made by',
    width: '148px',
    minTableWidth: 900,
    cell: ({ createdBy }) => createdBy?.name ?? <span className="text-ink-2">command line</span>,
  },
  {
    id: 'made',
    header: 'Made',
    width: '112px',
    minTableWidth: 900,
    cell: ({ createdAt }) => <RelativeTime iso={createdAt} />,
  },
  {
    id: 'used',
    header: 'Last used',
    width: '112px',
    minTableWidth: 640,
    cell: ({ lastUsedAt }) =>
      lastUsedAt ? <RelativeTime iso={lastUsedAt} /> : <span className="text-ink-2">never</span>,
  },
  {
    id: 'end',
    header: 'Ends',
    width: '112px',
    minTableWidth: 640,
    cell: (token) => <TokenEnd token={token} />,
  },
];

/** A row on a narrow screen: two lines. */
export function renderNarrowToken(token: TokenItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{token.name}</span>
        <TokenStateMark state={token.state} />
      </span>
      <span className="flex items-center justify-between gap-2 text-12 text-ink-2">
        <span className="truncate">{roleWords[token.roleNow].label}</span>
        <span className="truncate">
          {token.lastUsedAt ? (
            <>
              used <RelativeTime iso={token.lastUsedAt} />
            </>
          ) : (
            'never used'
          )}
        </span>
      </span>
    </>
  );
}
