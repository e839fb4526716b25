import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { withHomeowners } from '#lib/records/with-homeowners.ts';
import type { DeliveryFilter, DeliveryItem } from './delivery.schema.ts';
import { type DeliveryRow, deliveryColumns, deliveryItem, deliveryTables } from './delivery-row.ts';

/**
 * A page of deliveries, newest first by id (UUIDv7, so by time). `cursor` is the last id of the page before.
 */
export async function listDeliveries(
  db: Db,
  { cursor, limit, ...filter }: DeliveryFilter & { cursor?: string; limit: number },
): Promise<{ items: DeliveryItem[]; nextCursor: string | null }> {
  const where = conditions(filter, cursor);
  const rows = await db.$queryRaw<DeliveryRow[]>(Prisma.sql`
    SELECT ${deliveryColumns} FROM ${deliveryTables}
    ${where.length > 0 ? Prisma.sql`WHERE ${Prisma.join(where, ' AND ')}` : Prisma.empty}
    ORDER BY d.id DESC LIMIT ${limit + 1}`);
  const told = await withHomeowners(db, rows.slice(0, limit), ({ eventId }) => eventId);
  const items = told.map(deliveryItem);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function conditions({ state, flowId, eventId }: DeliveryFilter, cursor: string | undefined): Prisma.Sql[] {
  const where: Prisma.Sql[] = [];
  if (state) where.push(Prisma.sql`d.state = ${state}`);
  if (flowId) where.push(Prisma.sql`d.flow_id = ${flowId}::uuid`);
  if (eventId) where.push(Prisma.sql`d.event_id = ${eventId}::uuid`);
  if (cursor) where.push(Prisma.sql`d.id < ${cursor}::uuid`);
  return where;
}
