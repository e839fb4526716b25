import { Prisma } from '#lib/db/generated/client.ts';
import { env } from '#lib/env.ts';
import { type DeliveryItem, deliveryItemSchema } from './delivery.schema.ts';

/** A delivery as the queries below read it. */
export type DeliveryRow = Omit<DeliveryItem, 'mostTries' | 'dueAt' | 'createdAt' | 'settledAt'> & {
  dueAt: Date | null;
  createdAt: Date;
  settledAt: Date | null;
  /** Of the event, to tell whom it concerns where it does not itself. */
  connection_id: string;
  record_key: string | null;
};

/** The columns of a list, and where they come from; `d` is the delivery. */
export const deliveryColumns = Prisma.sql`
  d.id, d.state, d.event_id AS "eventId", e.type AS "eventType", e.about, e.connection_id, e.record_key,
  d.flow_id AS "flowId", f.name AS "flowName", d.destination_id AS "destinationId", t.name AS "destinationName",
  d.connection_id AS "connectionId", c.environment, d.tries, d.due_at AS "dueAt", d.error,
  d.created_at AS "createdAt", d.settled_at AS "settledAt"`;
export const deliveryTables = Prisma.sql`
  delivery d
  JOIN event e ON e.id = d.event_id
  JOIN flow f ON f.id = d.flow_id
  JOIN destination t ON t.id = d.destination_id
  JOIN connection c ON c.id = d.connection_id`;

/** A row as the API gives it. */
export function deliveryItem(row: DeliveryRow): DeliveryItem {
  return deliveryItemSchema.parse({
    ...row,
    mostTries: env().DELIVERY_RETRIES.length + 1,
    dueAt: row.dueAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
  });
}
