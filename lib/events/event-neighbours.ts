import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { itemOf, sidedEvent } from './compare-events.ts';
import { eventDifferences } from './event-differences.ts';
import type { EventNeighbours } from './events.contract.ts';
import type { Seeing } from './list-events.ts';

type Place = { connectionId: string; recordKey: string | null; receivedAt: Date };

/**
 * The events of the same main record that arrived next before and after one, and what differs from the one before.
 * Empty copies are passed over: they tell nothing to compare with. Throws NOT_FOUND.
 */
export async function eventNeighbours(db: Db, id: string, seeing: Seeing): Promise<EventNeighbours> {
  const event = await db.event.findUnique({
    where: { id },
    select: { connectionId: true, recordKey: true, receivedAt: true },
  });
  if (!event) throw new AppError('NOT_FOUND', 'There is no event with this id.');
  const [beforeId, afterId] = await Promise.all([
    neighbourOf(db, id, event, 'before'),
    neighbourOf(db, id, event, 'after'),
  ]);
  const [own, before, after] = await Promise.all([
    sidedEvent(db, id, seeing),
    beforeId ? sidedEvent(db, beforeId, seeing) : null,
    afterId ? sidedEvent(db, afterId, seeing) : null,
  ]);
  return {
    previous: before && { event: itemOf(before.shown), since: eventDifferences(before, own) },
    next: after && itemOf(after.shown),
  };
}

async function neighbourOf(
  db: Db,
  id: string,
  place: Place,
  side: 'before' | 'after',
): Promise<string | null> {
  if (place.recordKey === null) return null;
  const [row] = await db.$queryRaw<{ id: string }[]>(
    neighbourQuery(id, { ...place, recordKey: place.recordKey }, side),
  );
  return row?.id ?? null;
}

/** By the index of account, record and arrival; the id decides between events of one moment. */
export function neighbourQuery(
  id: string,
  { connectionId, recordKey, receivedAt }: { connectionId: string; recordKey: string; receivedAt: Date },
  side: 'before' | 'after',
): Prisma.Sql {
  const of = Prisma.sql`connection_id = ${connectionId}::uuid AND record_key = ${recordKey} AND complete`;
  return side === 'before'
    ? Prisma.sql`SELECT id FROM event WHERE ${of} AND received_at <= ${receivedAt}
        AND (received_at, id) < (${receivedAt}, ${id}::uuid) ORDER BY received_at DESC, id DESC LIMIT 1`
    : Prisma.sql`SELECT id FROM event WHERE ${of} AND received_at >= ${receivedAt}
        AND (received_at, id) > (${receivedAt}, ${id}::uuid) ORDER BY received_at, id LIMIT 1`;
}
