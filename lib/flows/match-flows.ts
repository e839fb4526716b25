import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Ordering } from './flow.schema.ts';

/** A step that wants an event. */
export type WantedStep = {
  flowId: string;
  stepId: string;
  position: number;
  destinationId: string;
  ordering: Ordering;
};

type StepRow = WantedStep & { connectionId: string; eventTypes: string[] };

/**
 * Which steps want which of these events, by event id: those of enabled flows of the event's account whose newest
 * published version has its type. Empty copies start nothing. One query for the whole batch.
 */
export async function matchFlows(
  tx: Tx,
  events: readonly { id: string; connectionId: string; type: string; complete: boolean }[],
): Promise<Map<string, WantedStep[]>> {
  const complete = events.filter((event) => event.complete);
  if (complete.length === 0) return new Map();
  const steps = await stepsOf(tx, [...new Set(complete.map((event) => event.connectionId))]);
  const wanted = complete.map((event): [string, WantedStep[]] => [
    event.id,
    steps.filter((step) => step.connectionId === event.connectionId && step.eventTypes.includes(event.type)),
  ]);
  return new Map(wanted.filter(([, matching]) => matching.length > 0));
}

function stepsOf(tx: Tx, connectionIds: string[]): Promise<StepRow[]> {
  return tx.$queryRaw<StepRow[]>(Prisma.sql`
    SELECT f.connection_id AS "connectionId", v.event_types AS "eventTypes", f.id AS "flowId", s.id AS "stepId",
           s.position, s.destination_id AS "destinationId", s.ordering
    FROM flow f
    CROSS JOIN LATERAL (
      SELECT id, event_types FROM flow_version
      WHERE flow_id = f.id AND published_at IS NOT NULL ORDER BY number DESC LIMIT 1
    ) v
    JOIN step s ON s.flow_version_id = v.id
    WHERE f.connection_id = ANY(${connectionIds}::uuid[]) AND f.enabled AND f.archived_at IS NULL
    ORDER BY f.id, s.position`);
}
