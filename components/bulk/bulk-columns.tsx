import { Badge } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { BulkItem } from '#lib/bulk/bulk.schema.ts';
import { BulkStateMark } from './bulk-marks.tsx';
import { resultWords } from './bulk-words.ts';

/** The columns of the list. */
export const bulkColumns: readonly Column<BulkItem>[] = [
  { id: 'time', header: 'Uploaded', width: '104px', cell: (bulk) => <RelativeTime iso={bulk.createdAt} /> },
  { id: 'what', header: 'What', width: 'minmax(160px, 1fr)', cell: (bulk) => bulk.label },
  { id: 'name', header: 'File or selection', width: 'minmax(140px, 1fr)', cell: (bulk) => bulk.name },
  {
    id: 'account',
    header: 'Account',
    width: 'minmax(110px, 0.6fr)',
    minTableWidth: 980,
    cell: (bulk) => (
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate">{bulk.connectionName}</span>
        {bulk.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
      </span>
    ),
  },
  {
    id: 'rows',
    header: 'Rows',
    width: '72px',
    align: 'end',
    cell: (bulk) => bulk.rows.toLocaleString('en'),
  },
  { id: 'state', header: 'State', width: '160px', cell: (bulk) => <BulkStateMark state={bulk.state} /> },
  {
    id: 'results',
    header: 'Of its rows',
    width: 'minmax(170px, 1fr)',
    minTableWidth: 860,
    cell: (bulk) => resultWords(bulk.counts) || '–',
  },
  { id: 'who', header: 'By', width: '120px', minTableWidth: 1100, cell: (bulk) => bulk.actorName },
];

/** A row on a narrow screen: two lines. */
export function renderNarrowBulk(bulk: BulkItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{bulk.label}</span>
        <span className="shrink-0">
          <BulkStateMark state={bulk.state} />
        </span>
      </span>
      <span className="flex items-center justify-between gap-2 text-12 text-ink-2">
        <span className="truncate">
          {bulk.name} · {resultWords(bulk.counts) || `${bulk.rows} rows`}
        </span>
        <RelativeTime iso={bulk.createdAt} />
      </span>
    </>
  );
}
