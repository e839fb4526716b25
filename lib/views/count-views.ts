import type { Actor } from '#lib/audit/audit.ts';
import { seesPersonal } from '#lib/auth/sees-personal.ts';
import { caseQuerySchema } from '#lib/cases/cases.contract.ts';
import { countCases } from '#lib/cases/list-cases.ts';
import type { Db } from '#lib/db/database.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import { AppError } from '#lib/errors.ts';
import { countEvents } from '#lib/events/count-events.ts';
import { eventFilterOf, eventQuerySchema } from '#lib/events/event-query.schema.ts';
import type { ViewList } from './view-query.schema.ts';
import { visibleTo } from './view-row.ts';

/** Counted up to this many rows, so that a wide view costs no more than a page of it. */
const atMost = 100;
/** Counted views of one list, the oldest first; more would make the menu a load. */
const mostCounted = 20;

export type ViewCount = { id: string; count: number; more: boolean };
type Seeing = { personal: boolean };

/** How many rows a query of each list has now; null where it is not one (any more). */
const counters: Record<
  ViewList,
  (db: Db, query: URLSearchParams, seeing: Seeing) => Promise<Omit<ViewCount, 'id'> | null>
> = {
  events: async (db, query, seeing) => {
    const parsed = eventQuerySchema.safeParse(Object.fromEntries(query));
    if (!parsed.success) return null;
    const filter = eventFilterOf(parsed.data, databaseNow());
    const { count, more, partial } = await countEvents(db, { ...filter, atMost }, seeing);
    return { count, more: more || partial };
  },
  cancellations: async (db, query, seeing) => {
    const parsed = caseQuerySchema.safeParse(Object.fromEntries(query));
    return parsed.success ? countCases(db, { ...parsed.data, atMost }, seeing) : null;
  },
};

/** How many rows each counted view of a list has that someone sees. One after the other: a menu is in no hurry. */
export async function countViews(db: Db, list: ViewList, actor: Actor): Promise<ViewCount[]> {
  const rows = await db.savedView.findMany({
    where: { list, counted: true, ...visibleTo(actor) },
    orderBy: { id: 'asc' },
    take: mostCounted,
  });
  if (rows.length === 0) return [];
  const seeing = { personal: await seesPersonal(db, actor) };
  const counts: ViewCount[] = [];
  for (const { id, query } of rows) {
    const counted = await counters[list](db, new URLSearchParams(query), seeing).catch(notCounted);
    if (counted) counts.push({ id, ...counted });
  }
  return counts;
}

/** A view that cannot be looked for (a field without a type, or one that is hidden) has no count; the others have theirs. */
function notCounted(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
