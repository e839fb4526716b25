import type { z } from 'zod';
import { type Actor, recordAudit } from '#lib/audit/audit.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { preferenceChangeSchema, ShownPreferences } from './preferences.contract.ts';
import { type Preferences, preferencesSchema } from './preferences.schema.ts';

/** Who changes his preferences, and from where. */
type By = { db: Db; actor: Actor; requestId?: string | null; address?: string | null };

type DefaultViews = Preferences['defaultViews'];
const viewLists = ['events', 'cancellations'] as const;

/** How someone wants to see things; a token, which is no person, has what holds where nothing was chosen. */
export async function getPreferences(db: Db, actor: Actor): Promise<ShownPreferences> {
  const kept = await readPreferences(db, actor);
  return shown(kept, await viewsThere(db, actor, kept.defaultViews));
}

/**
 * Changes one's own preferences. Throws AppError INVALID for a token, and where a list is to open with a view that one
 * does not see or that is none of that list.
 */
export async function savePreferences(
  by: By,
  { defaultViews, ...change }: z.infer<typeof preferenceChangeSchema>,
): Promise<ShownPreferences> {
  const { db, actor, requestId, address } = by;
  if (actor.kind !== 'user')
    throw new AppError('INVALID', 'A token is no person and has no preferences. Sign in to set yours.');
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const before = await readPreferences(tx, actor);
    const chosen = { ...before.defaultViews, ...defaultViews };
    const there = await viewsThere(tx, actor, chosen);
    // One that went meanwhile is forgotten in passing; one chosen now must be there.
    if (viewLists.some((list) => defaultViews?.[list] && there[list] === null))
      throw new AppError('INVALID', 'That view is not there any more. Choose another.');
    const after: Preferences = { ...before, ...change, defaultViews: there };
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      await tx.user.update({ where: { id: actor.id }, data: { preferences: after } });
      const told = { subjectKind: 'user', subjectId: actor.id, before, after };
      await recordAudit(tx, { actor, requestId, address, action: 'user.preferences', ...told });
    }
    return shown(after, there);
  });
}

/** What table user keeps; for a token what holds where nothing was chosen. */
export async function readPreferences(db: Db | Tx, actor: Actor): Promise<Preferences> {
  if (actor.kind !== 'user') return preferencesSchema.parse({});
  const user = await db.user.findUnique({ where: { id: actor.id }, select: { preferences: true } });
  return preferencesSchema.parse(user?.preferences);
}

/** Of the views chosen, those that are still there, are of that list, and are seen by this person. */
async function viewsThere(db: Db | Tx, actor: Actor, chosen: DefaultViews): Promise<DefaultViews> {
  const ids = Object.values(chosen).filter((id) => id !== null);
  if (ids.length === 0 || actor.kind !== 'user') return { events: null, cancellations: null };
  const rows = await db.savedView.findMany({
    where: { id: { in: ids }, OR: [{ ownerId: actor.id }, { shared: true }] },
    select: { id: true, list: true },
  });
  const there = (list: string, id: string | null) =>
    rows.some((row) => row.list === list && row.id === id) ? id : null;
  return {
    events: there('events', chosen.events),
    cancellations: there('cancellations', chosen.cancellations),
  };
}

function shown({ timeZone, times, theme }: Preferences, views: DefaultViews): ShownPreferences {
  return {
    timeZone,
    times: times ?? 'relative',
    theme: theme ?? 'system',
    defaultViews: { events: views.events ?? undefined, cancellations: views.cancellations ?? undefined },
  };
}
