import { sourceLabel } from '#components/events/source-label.ts';
import { Badge } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table-column.ts';
import { sources } from '#lib/catalog/event-type.ts';
import type { FlowItem } from '#lib/flows/flow.schema.ts';
import { FlowStateMark, FlowSwitch } from './flow-switch.tsx';
import { useDistinctLabel } from './use-event-types.ts';

/** The columns of the flows. */
export const flowColumns: readonly Column<FlowItem>[] = [
  {
    id: 'name',
    header: 'Flow',
    width: 'minmax(160px, 1fr)',
    cell: (flow) => <span className="font-medium">{flow.name}</span>,
  },
  {
    id: 'when',
    header: 'When',
    width: 'minmax(200px, 1.4fr)',
    cell: (flow) => <When flow={flow} />,
  },
  {
    id: 'to',
    header: 'Send to',
    width: 'minmax(120px, 0.8fr)',
    cell: (flow) => flow.destinationName,
  },
  {
    id: 'account',
    header: 'Account',
    width: '168px',
    minTableWidth: 860,
    cell: (flow) => (
      <span className="flex items-center gap-1.5">
        <span className="truncate">{accountWords(flow)}</span>
        {flow.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
      </span>
    ),
  },
  {
    id: 'version',
    header: 'Version',
    width: '76px',
    align: 'end',
    minTableWidth: 720,
    cell: (flow) => flow.version,
  },
  { id: 'enabled', header: 'On', width: '92px', cell: (flow) => <FlowSwitch flow={flow} /> },
];

function When({ flow }: { flow: FlowItem }) {
  const label = useDistinctLabel();
  const words = flow.eventTypes.map(label).join(', ');
  return <span title={words}>{words}</span>;
}

function accountWords({ source, connectionName }: FlowItem): string {
  const known = sources.find((each) => each === source);
  const label = known ? sourceLabel[known] : source;
  return label === connectionName ? label : `${label} ${connectionName}`;
}

/** A row on a narrow screen: two lines. */
export function renderNarrowFlow(flow: FlowItem) {
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{flow.name}</span>
        <FlowStateMark enabled={flow.enabled} />
      </span>
      <span className="flex items-center gap-1 text-12 text-ink-2">
        <span className="truncate">
          <When flow={flow} />
        </span>
        <span className="shrink-0">to {flow.destinationName}</span>
      </span>
    </>
  );
}
