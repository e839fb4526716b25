import type { Db, Tx } from '#lib/db/database.ts';
import { serializeDestination } from '#lib/destinations/serialize-destination.ts';
import { type FlowDetail, type FlowItem, flowDetailSchema } from './flow.schema.ts';

/** What is read of a flow: its account, and its newest published version with the first step. */
const include = {
  connection: true,
  versions: {
    where: { publishedAt: { not: null } },
    orderBy: { number: 'desc' },
    take: 1,
    include: { steps: { orderBy: { position: 'asc' }, include: { destination: true } } },
  },
} as const;

/** Flows that are not archived, oldest first; with `id`, that one. */
export async function readFlows(db: Db | Tx, id?: string): Promise<FlowDetail[]> {
  const rows = await db.flow.findMany({ where: { id, archivedAt: null }, include, orderBy: { id: 'asc' } });
  return rows.flatMap(({ connection, versions, ...flow }) => {
    const version = versions[0];
    const step = version?.steps[0];
    if (!version || !step) return [];
    return flowDetailSchema.parse({
      id: flow.id,
      name: flow.name,
      enabled: flow.enabled,
      connectionId: flow.connectionId,
      connectionName: connection.name,
      source: connection.source,
      environment: connection.environment,
      eventTypes: version.eventTypes,
      version: version.number,
      condition: null,
      ordering: step.ordering,
      destinationName: step.destination.name,
      destination: serializeDestination(step.destination),
      rows: step.mapping,
      createdAt: flow.createdAt.toISOString(),
      publishedAt: version.publishedAt?.toISOString(),
    });
  });
}

/** A flow without what only its own page shows. */
export function flowItem({
  condition: _,
  destination: __,
  rows: ___,
  publishedAt: ____,
  ...item
}: FlowDetail): FlowItem {
  return item;
}
