import { Badge } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import { dayWords } from '#components/ui/format-day.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import type { CaseItem } from '#lib/cases/cases.contract.ts';
import { CaseFlagBadges } from './case-flag-badges.tsx';
import { CaseHomeowner } from './case-homeowner.tsx';
import { CaseStatusMark } from './case-status-mark.tsx';

const nothing = <span className="text-ink-3">–</span>;

/**
 * The columns of the cancellation cases. What matters most stays when the table is narrow; a window of 1440 pixels has
 * room for all, the bar that scrolls included.
 */
export const cancellationColumns: readonly Column<CaseItem>[] = [
  {
    id: 'status',
    header: 'Status',
    width: '194px',
    cell: (item) => <CaseStatusMark status={item.status} />,
  },
  {
    id: 'homeowner',
    header: 'Homeowner',
    width: 'minmax(140px, 1.1fr)',
    cell: (item) => (
      <span className="flex items-center gap-1.5">
        <CaseHomeowner item={item} />
        {item.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
      </span>
    ),
  },
  {
    id: 'reason',
    header: 'Reason',
    width: 'minmax(140px, 1.1fr)',
    minTableWidth: 490,
    cell: (item) => (item.reason ? <TextLine text={item.reason} /> : nothing),
  },
  {
    id: 'category',
    header: 'Category',
    width: '118px',
    minTableWidth: 1216,
    cell: (item) => (item.category ? <TextLine text={item.category} /> : nothing),
  },
  {
    id: 'flags',
    header: 'Contradictions',
    width: '174px',
    minTableWidth: 668,
    cell: (item) => <CaseFlagBadges flags={item.flags} />,
  },
  {
    id: 'address',
    header: 'Address',
    width: 'minmax(120px, 1fr)',
    minTableWidth: 1000,
    cell: (item) => (item.address ? <TextLine text={item.address} /> : nothing),
  },
  {
    id: 'requested',
    header: 'Requested on',
    width: '100px',
    minTableWidth: 900,
    cell: (item) => (item.requestedOn ? dayWords(item.requestedOn) : nothing),
  },
  {
    id: 'by',
    header: 'Requested by',
    width: '96px',
    minTableWidth: 1100,
    cell: (item) => (item.requestedBy ? <TextLine text={item.requestedBy} /> : nothing),
  },
  {
    id: 'heard',
    header: 'Last heard',
    width: '100px',
    minTableWidth: 780,
    cell: (item) => <RelativeTime iso={item.lastHeardAt} />,
  },
];

/** A row on a narrow screen: two lines. */
export function renderNarrowCancellation(item: CaseItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">
          <CaseHomeowner item={item} />
        </span>
        <CaseStatusMark status={item.status} />
      </span>
      <span className="flex items-center justify-between gap-2 text-12 text-ink-2">
        <span className="flex min-w-0 items-center gap-1.5">
          {item.flags.length > 0 && <CaseFlagBadges flags={item.flags} />}
          <TextLine className="truncate" text={item.reason ?? item.address ?? ''} />
        </span>
        <RelativeTime iso={item.lastHeardAt} />
      </span>
    </>
  );
}
