import type { Db } from '#lib/db/database.ts';
import type { Action } from '#lib/db/generated/client.ts';
import { insteadName } from './instead-name.ts';
import { keptAction } from './kept-action.ts';
import { recordKeys, subjectsOf } from './record-keys.ts';

/**
 * The id of the last action of the kind that may be done in the place of one that Enerflo did not allow, done to the same
 * record since; null where there is none. It may have changed something else: whether anything is left is seen in Enerflo.
 */
export async function insteadDone(db: Db, row: Action): Promise<string | null> {
  const name = insteadName(row);
  const { operation, input } = keptAction(row);
  if (name === null || !operation) return null;
  const done = await db.action.findFirst({
    where: {
      connectionId: row.connectionId,
      operation: name,
      state: 'done',
      createdAt: { gt: row.createdAt },
      recordKeys: { hasSome: recordKeys(subjectsOf(operation, input)) },
    },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return done?.id ?? null;
}
