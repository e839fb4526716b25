import type { Db, Tx } from '#lib/db/database.ts';

/** The actions of a bulk of which a part arrived: sent again, what is there would be there twice. */
export async function actionsInPart(db: Db | Tx, bulkId: string): Promise<string[]> {
  const error = { path: ['code'], equals: 'ARRIVED_IN_PART' };
  const actions = await db.action.findMany({ where: { bulkId, error }, select: { id: true } });
  return actions.map(({ id }) => id);
}
