import type { Db } from '#lib/db/database.ts';
import type { Action } from '#lib/db/generated/client.ts';
import { insteadName } from './instead-name.ts';
import { keptAction } from './kept-action.ts';
import { recordKeys, subjectsOf } from './record-keys.ts';

/**
 * The id of the last action that did to the same record, after one that Enerflo did not allow, what may be done in its
 * place; null where there is none.
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
