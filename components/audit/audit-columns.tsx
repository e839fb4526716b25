import type { Column } from '#components/ui/data-table-column.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import type { AuditEntryItem } from '#lib/audit/audit.contract.ts';
import { ActorName } from './actor-name.tsx';
import { aboutWords, entryWords } from './entry-words.ts';

/** The columns of the audit log. */
export const auditColumns: readonly Column<AuditEntryItem>[] = [
  { id: 'time', header: 'Time', width: '112px', cell: ({ at }) => <RelativeTime iso={at} /> },
  { id: 'who', header: 'Who', width: '220px', cell: ({ actor }) => <ActorName actor={actor} /> },
  {
    id: 'what',
    header: 'What',
    width: 'minmax(200px, 1fr)',
    cell: (entry) => <TextLine text={entryWords(entry)} />,
  },
  {
    id: 'about',
    header: 'About',
    width: 'minmax(160px, 1fr)',
    minTableWidth: 760,
    cell: (entry) => <TextLine className="text-ink-2" text={aboutWords(entry)} />,
  },
  {
    id: 'address',
    header: 'From',
    width: '148px',
    minTableWidth: 960,
    cell: ({ address }) => <span className="font-mono text-12">{address ?? '–'}</span>,
  },
];

/** A row on a narrow screen: two lines. */
export function renderNarrowEntry(entry: AuditEntryItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <TextLine className="truncate font-medium" text={entryWords(entry)} />
        <RelativeTime iso={entry.at} className="text-12 text-ink-2" />
      </span>
      <span className="flex items-center justify-between gap-2 text-12 text-ink-2">
        <ActorName actor={entry.actor} />
        <span className="truncate">{aboutWords(entry)}</span>
      </span>
    </>
  );
}
