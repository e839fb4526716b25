import type { Db } from '#lib/db/database.ts';
import { listEventIds } from './list-event-ids.ts';
import type { EventFilter, Seeing } from './list-events.ts';

/** How many events fit a filter, counted up to `atMost`; `more` where there are more than that. */
export async function countEvents(
  db: Db,
  { atMost, ...filter }: EventFilter & { atMost: number },
  seeing: Seeing,
): Promise<{ count: number; more: boolean }> {
  const found = await listEventIds(db, { ...filter, limit: atMost + 1 }, seeing);
  return { count: Math.min(found.length, atMost), more: found.length > atMost };
}
