import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { SessionItem } from '#lib/auth/sessions.contract.ts';

type End = (session: SessionItem) => void;

/** The columns of everybody's sessions; `end` asks before it ends one. */
export function sessionColumns(end: End): readonly Column<SessionItem>[] {
  return [
    {
      id: 'person',
      header: 'Person',
      width: 'minmax(160px, 1fr)',
      cell: ({ person }) => <span title={person.email}>{person.name}</span>,
    },
    { id: 'browser', header: 'Browser', width: 'minmax(160px, 1fr)', cell: ({ browser }) => browser },
    {
      id: 'address',
      header: 'Address',
      width: '160px',
      minTableWidth: 800,
      cell: ({ address }) => <span className="font-mono text-12">{address ?? '–'}</span>,
    },
    {
      id: 'started',
      header: 'Signed in',
      width: '116px',
      minTableWidth: 800,
      cell: ({ startedAt }) => <RelativeTime iso={startedAt} />,
    },
    {
      id: 'seen',
      header: 'Last used',
      width: '116px',
      cell: ({ lastSeenAt }) => <RelativeTime iso={lastSeenAt} />,
    },
    {
      id: 'end',
      header: '',
      width: '124px',
      align: 'end',
      cell: (session) => <EndButton session={session} end={end} />,
    },
  ];
}

/** A row on a narrow screen: two lines. */
export function renderNarrowSession(session: SessionItem, end: End) {
  return (
    <span className="flex items-center gap-2">
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium">{session.person.name}</span>
        <span className="truncate text-12 text-ink-2">
          used <RelativeTime iso={session.lastSeenAt} />, {session.browser}
        </span>
      </span>
      <EndButton session={session} end={end} />
    </span>
  );
}

function EndButton({ session, end }: { session: SessionItem; end: End }) {
  if (session.current) return <Badge tone="info">This browser</Badge>;
  return (
    <Button
      size="small"
      aria-label={`End the session of ${session.person.name}, ${session.browser}`}
      onClick={(event) => {
        event.stopPropagation();
        end(session);
      }}
    >
      End
    </Button>
  );
}
