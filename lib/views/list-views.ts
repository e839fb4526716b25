import type { Actor } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import type { ViewList } from './view-query.schema.ts';
import { viewOf, visibleTo, withOwner } from './view-row.ts';
import type { View } from './views.contract.ts';

/** The views of a list that someone sees: his own by name, then those that others share by name. */
export async function listViews(db: Db, list: ViewList, actor: Actor): Promise<View[]> {
  const rows = await db.savedView.findMany({
    where: { list, ...visibleTo(actor) },
    include: withOwner,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const views = rows.map((row) => viewOf(row, actor));
  return [...views.filter(({ own }) => own), ...views.filter(({ own }) => !own)];
}
