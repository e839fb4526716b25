import type { Db } from '#lib/db/database.ts';
import { listEventIds } from './list-event-ids.ts';
import type { EventFilter, Seeing } from './list-events.ts';

export type EventCount = { count: number; more: boolean; partial: boolean };

/**
 * How many events fit a filter, counted up to `atMost`; `more` where there are more than that. `partial`: of those that
 * fit some may be missing in the count, as they are in the list (see `listEventIds`).
 */
export async function countEvents(
  db: Db,
  { atMost, ...filter }: EventFilter & { atMost: number },
  seeing: Seeing,
): Promise<EventCount> {
  const { ids, partial } = await listEventIds(db, { ...filter, limit: atMost + 1 }, seeing);
  return { count: Math.min(ids.length, atMost), more: ids.length > atMost, partial };
}
