import { uuidv7 } from 'uuidv7';
import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { matchFlows, type WantedStep } from '#lib/flows/match-flows.ts';
import { outcomesOf, runWith } from './settle-events.ts';
import { supersedeOvertaken } from './supersede-overtaken.ts';

/** What routing needs to know of an event that was just applied. */
export type RoutedEvent = {
  id: string;
  connectionId: string;
  type: string;
  recordKey: string | null;
  complete: boolean;
};

/**
 * Decides which flows take these events and makes the deliveries, in the transaction that applies them. Gives the outcome of each event that a flow wants; the others are ignored. An event that is
 * applied again makes no second delivery of the same step.
 */
export async function routeEvents(tx: Tx, applied: readonly RoutedEvent[]): Promise<Map<string, string>> {
  const wanted = await matchFlows(tx, applied);
  if (wanted.size === 0) return new Map();
  const rows = applied.flatMap((event) =>
    (wanted.get(event.id) ?? []).map((step) => ({ event, step, orderKey: orderKey(event, step) })),
  );
  const column = <T>(pick: (row: (typeof rows)[number]) => T): T[] => rows.map(pick);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO delivery (id, event_id, flow_id, step_id, destination_id, connection_id, order_key, due_at, idempotency_key)
    SELECT n.id, n.event_id, n.flow_id, n.step_id, n.destination_id, n.connection_id, n.order_key, now(), n.idempotency_key
    FROM unnest(
      ${column(() => uuidv7())}::uuid[], ${column(({ event }) => event.id)}::uuid[],
      ${column(({ step }) => step.flowId)}::uuid[], ${column(({ step }) => step.stepId)}::uuid[],
      ${column(({ step }) => step.destinationId)}::uuid[], ${column(({ event }) => event.connectionId)}::uuid[],
      ${column((row) => row.orderKey)}::text[], ${column(() => uuidv7())}::uuid[]
    ) AS n(id, event_id, flow_id, step_id, destination_id, connection_id, order_key, idempotency_key)
    ON CONFLICT (event_id, step_id) DO NOTHING`);

  const run = runWith(tx);
  const fresh = [...wanted.keys()];
  const latest = new Set(rows.filter(({ step }) => step.ordering === 'latest').map((row) => row.orderKey));
  if (latest.size > 0) await supersedeOvertaken(run, { orderKeys: [...latest], fresh });
  return outcomesOf(run, fresh);
}

/** Deliveries with the same key go one after the other. Position, not step: a new version does not start a new queue. */
function orderKey(event: RoutedEvent, step: WantedStep): string {
  return `${step.flowId}:${step.position}:${event.recordKey ?? event.id}`;
}
