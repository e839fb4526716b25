import type { Db } from '#lib/db/database.ts';
import type { Bulk } from '#lib/db/generated/client.ts';

/** Stops a bulk for a cause that every further row would meet as well, and says why. A person goes on with it. */
export async function stopByItself(
  db: Db,
  { id, state }: Pick<Bulk, 'id' | 'state'>,
  reason: string,
): Promise<void> {
  await db.bulk.updateMany({ where: { id, state }, data: { state: 'stopped', reason, workerId: null } });
}
