import { roleWords } from '#components/console/role-words.ts';
import { Badge } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { PersonItem } from '#lib/auth/people.contract.ts';
import { PersonStateMark } from './person-state-mark.tsx';

/** The columns of the people. */
export const personColumns: readonly Column<PersonItem>[] = [
  { id: 'name', header: 'Name', width: 'minmax(160px, 1fr)', cell: (person) => <Name person={person} /> },
  {
    id: 'email',
    header: 'E-mail address',
    width: 'minmax(180px, 1.3fr)',
    minTableWidth: 640,
    cell: (person) => <span title={person.email}>{person.email}</span>,
  },
  { id: 'role', header: 'Role', width: '96px', cell: (person) => roleWords[person.role].label },
  {
    id: 'second-factor',
    header: 'Second factor',
    width: '120px',
    minTableWidth: 800,
    cell: (person) => (person.secondFactor ? 'On' : <span className="text-ink-3">Off</span>),
  },
  {
    id: 'last-seen',
    header: 'Last seen',
    width: '124px',
    minTableWidth: 640,
    cell: (person) => <LastSeen person={person} />,
  },
  { id: 'state', header: 'State', width: '152px', cell: (person) => <PersonStateMark person={person} /> },
];

function Name({ person }: { person: PersonItem }) {
  return (
    <span className="flex items-center gap-1.5">
      <span className="truncate font-medium">{person.name}</span>
      {person.you && <Badge>you</Badge>}
    </span>
  );
}

export function LastSeen({ person }: { person: PersonItem }) {
  return person.lastSeenAt ? (
    <RelativeTime iso={person.lastSeenAt} />
  ) : (
    <span className="text-ink-3">never</span>
  );
}

/** A row on a narrow screen: two lines. */
export function renderNarrowPerson(person: PersonItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <Name person={person} />
        <PersonStateMark person={person} />
      </span>
      <span className="flex items-center justify-between gap-2 text-12 text-ink-2">
        <span className="truncate">
          {roleWords[person.role].label} · {person.email}
        </span>
        <LastSeen person={person} />
      </span>
    </>
  );
}
