import { Badge } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import type { ActionItem } from '#lib/actions/action.schema.ts';
import { ActionStateMark } from './action-state-mark.tsx';

/** The columns of what people did in Enerflo. */
export const actionColumns: readonly Column<ActionItem>[] = [
  {
    id: 'time',
    header: 'When',
    width: '104px',
    cell: (action) => <RelativeTime iso={action.createdAt} />,
  },
  {
    id: 'what',
    header: 'What',
    width: 'minmax(170px, 1fr)',
    cell: (action) => (
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate">{action.label}</span>
        {action.undoesId && <Badge>undo</Badge>}
      </span>
    ),
  },
  {
    id: 'about',
    header: 'Concerns',
    width: 'minmax(130px, 1.2fr)',
    cell: (action) => (action.about ? <TextLine text={action.about} /> : '–'),
  },
  {
    id: 'person',
    header: 'Who',
    width: 'minmax(100px, 0.6fr)',
    minTableWidth: 640,
    cell: (action) => action.actorName,
  },
  {
    id: 'account',
    header: 'Account',
    width: 'minmax(110px, 0.6fr)',
    minTableWidth: 860,
    cell: (action) => (
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate">{action.connectionName}</span>
        {action.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
      </span>
    ),
  },
  {
    id: 'state',
    header: 'State',
    width: '188px',
    cell: (action) => (
      <span title={action.error?.text}>
        <ActionStateMark state={action.state} />
      </span>
    ),
  },
];

/** A row on a narrow screen: two lines. */
export function renderNarrowAction(action: ActionItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{action.label}</span>
        <span className="shrink-0">
          <ActionStateMark state={action.state} />
        </span>
      </span>
      <span className="flex items-center justify-between gap-2 text-12 text-ink-2">
        <span className="truncate">
          {action.about && (
            <>
              <TextLine text={action.about} /> ·{' '}
            </>
          )}
          {action.actorName}
        </span>
        <RelativeTime iso={action.createdAt} />
      </span>
    </>
  );
}
