import { sourceLabel } from '#components/events/source-label.ts';
import { Badge } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { refusalReasonWords } from '#lib/ingest/refusal-reasons.ts';
import type { RefusalItem } from '#lib/ingest/refusals.contract.ts';
import { byteSizeWords } from './byte-size.ts';
import { RefusalStateMark } from './refusal-state-mark.tsx';

/** The columns of the refused requests. */
export const refusalColumns: readonly Column<RefusalItem>[] = [
  {
    id: 'time',
    header: 'Received',
    width: '112px',
    cell: (refusal) => <RelativeTime iso={refusal.receivedAt} />,
  },
  { id: 'source', header: 'Sent to', width: '96px', cell: (refusal) => sourceLabel[refusal.source] },
  {
    id: 'account',
    header: 'Account',
    width: '148px',
    minTableWidth: 800,
    cell: (refusal) => <Account refusal={refusal} />,
  },
  {
    id: 'reason',
    header: 'Reason',
    width: 'minmax(180px, 1fr)',
    cell: (refusal) => <span title={refusal.detail}>{refusalReasonWords(refusal.reason).label}</span>,
  },
  {
    id: 'sender',
    header: 'Sender',
    width: '160px',
    minTableWidth: 800,
    cell: (refusal) => <span className="font-mono text-12">{refusal.remoteAddress ?? '–'}</span>,
  },
  {
    id: 'size',
    header: 'Size',
    width: '96px',
    align: 'end',
    minTableWidth: 640,
    cell: (refusal) => byteSizeWords(refusal.byteSize),
  },
  {
    id: 'state',
    header: 'State',
    width: '124px',
    cell: (refusal) => <RefusalStateMark state={refusal.state} />,
  },
];

function Account({ refusal }: { refusal: RefusalItem }) {
  if (!refusal.connection) return <span className="text-ink-3">not known</span>;
  return (
    <span className="flex items-center gap-1.5 truncate">
      {refusal.connection}
      {refusal.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
    </span>
  );
}

/** A row on a narrow screen: two lines. */
export function renderNarrowRefusal(refusal: RefusalItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{refusalReasonWords(refusal.reason).label}</span>
        <RefusalStateMark state={refusal.state} />
      </span>
      <span className="flex items-center justify-between gap-2 text-12 text-ink-2">
        <span className="truncate">
          {sourceLabel[refusal.source]}
          {refusal.remoteAddress && ` from ${refusal.remoteAddress}`}
        </span>
        <RelativeTime iso={refusal.receivedAt} />
      </span>
    </>
  );
}
