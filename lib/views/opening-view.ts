import type { Actor } from '#lib/audit/audit.ts';
import { getPreferences } from '#lib/auth/preferences.ts';
import type { Db } from '#lib/db/database.ts';
import { listViews } from './list-views.ts';
import type { ViewList } from './view-query.schema.ts';
import type { View } from './views.contract.ts';

/** The view with which someone's list opens; null where he chose none, or does not see it any more. */
export async function openingView(db: Db, list: ViewList, actor: Actor): Promise<View | null> {
  const chosen = (await getPreferences(db, actor)).defaultViews[list];
  if (!chosen) return null;
  return (await listViews(db, list, actor)).find(({ id }) => id === chosen) ?? null;
}
