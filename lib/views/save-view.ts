import { uuidv7 } from 'uuidv7';
import { type Actor, recordAudit } from '#lib/audit/audit.ts';
import { allows } from '#lib/auth/roles.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { sqlState } from '#lib/db/sql-state.ts';
import { AppError } from '#lib/errors.ts';
import { tidyQuery, type ViewList } from './view-query.schema.ts';
import { auditedView, viewOf, visibleTo, withOwner } from './view-row.ts';
import type { View } from './views.contract.ts';

/** Who changes a view, and from where. */
export type By = { db: Db; actor: Actor; requestId?: string | null; address?: string | null };

type ViewInput = { list: ViewList; name: string; query: string; shared: boolean; counted: boolean };

/** The most views that one person keeps of one list. */
const mostViews = 100;

/**
 * Keeps filters of a list under a name. Throws AppError: INVALID where the filters are none of that list, or there are
 * too many views; CONFLICT where one has a view of that name; FORBIDDEN where a viewer shares it.
 */
export async function createView(by: By, input: ViewInput): Promise<View> {
  const { actor } = by;
  if (actor.kind !== 'user') throw new AppError('FORBIDDEN', 'A token is no person and keeps no views.');
  if (input.shared) assertMayShare(actor);
  const query = checkedQuery(input.list, input.query);
  return saving(by, input.name, async (tx) => {
    const kept = await tx.savedView.count({ where: { ownerId: actor.id, list: input.list } });
    if (kept >= mostViews)
      throw new AppError('INVALID', `You have ${mostViews} views of this list. Delete one first.`);
    const row = await tx.savedView.create({
      data: { id: uuidv7(), ownerId: actor.id, ...input, query },
      include: withOwner,
    });
    await recordView(tx, by, { action: 'view.create', subjectId: row.id, after: auditedView(row) });
    return viewOf(row, actor);
  });
}

/**
 * Changes a view of one's own; what is left out stays. Throws AppError: NOT_FOUND where there is none that one sees,
 * FORBIDDEN where it is another's, or where a viewer changes what others see; INVALID and CONFLICT as in createView.
 */
export async function changeView(
  by: By,
  { id, ...input }: { id: string } & Partial<Omit<ViewInput, 'list'>>,
): Promise<View> {
  const { actor } = by;
  return saving(by, input.name ?? '', async (tx) => {
    await tx.$queryRaw`SELECT id FROM saved_view WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await tx.savedView.findFirst({ where: { id, ...visibleTo(actor) }, include: withOwner });
    if (!row) throw noSuchView();
    const before = viewOf(row, actor);
    if (!before.own)
      throw new AppError(
        'FORBIDDEN',
        `This view is ${before.ownerName}’s. Save your own under another name.`,
      );
    if (input.shared ?? before.shared) assertMayShare(actor);
    const query = input.query === undefined ? before.query : checkedQuery(before.list, input.query);
    const changed = await tx.savedView.update({
      where: { id },
      data: { ...input, query },
      include: withOwner,
    });
    const told = { before: auditedView(row), after: auditedView(changed) };
    await recordView(tx, by, { action: 'view.change', subjectId: id, ...told });
    return viewOf(changed, actor);
  });
}

/** Deletes a view of one's own; an admin may delete one that is shared. Throws NOT_FOUND or FORBIDDEN. */
export async function deleteView(by: By, id: string): Promise<void> {
  const { db, actor } = by;
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM saved_view WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await tx.savedView.findFirst({ where: { id, ...visibleTo(actor) }, include: withOwner });
    if (!row) throw noSuchView();
    if (row.ownerId !== actor.id && !allows(actor.role, 'admin'))
      throw new AppError('FORBIDDEN', `This view is ${row.owner.name}’s; they or an admin can delete it.`);
    await tx.savedView.delete({ where: { id } });
    await recordView(tx, by, { action: 'view.delete', subjectId: id, before: auditedView(row) });
  });
}

/** Runs a change, and says in words that the name is taken where the database refuses it for that. */
async function saving<T>({ db }: By, name: string, change: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.$transaction(change);
  } catch (error) {
    const isTaken = isUniqueViolation(error);
    if (!isTaken) throw error;
    const message = `You have a view called “${name}” already. Choose another name.`;
    throw new AppError('CONFLICT', message, { fields: [{ field: 'name', message }] });
  }
}

function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === '23505' || (error instanceof Error && 'code' in error && error.code === 'P2002');
}

async function recordView(
  tx: Tx,
  { actor, requestId, address }: By,
  entry: Pick<Parameters<typeof recordAudit>[1], 'action' | 'subjectId' | 'before' | 'after'>,
): Promise<void> {
  await recordAudit(tx, { actor, requestId, address, subjectKind: 'view', ...entry });
}

function checkedQuery(list: ViewList, query: string): string {
  const tidy = tidyQuery(list, query);
  if ('query' in tidy) return tidy.query;
  throw new AppError('INVALID', tidy.problem, { fields: [{ field: 'query', message: tidy.problem }] });
}

/** A shared view stands in everybody's menu. */
function assertMayShare(actor: Actor): void {
  if (allows(actor.role, 'operator')) return;
  throw new AppError('FORBIDDEN', `Sharing a view needs the role operator; yours is ${actor.role}.`);
}

function noSuchView(): AppError {
  return new AppError('NOT_FOUND', 'There is no such view any more.');
}
