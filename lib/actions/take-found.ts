import type { Db, Tx } from '#lib/db/database.ts';
import { type Action, Prisma } from '#lib/db/generated/client.ts';
import type { OperationAnswer, Unsettled } from '#lib/operations/operation.ts';
import { recordKeys } from './record-keys.ts';
import { keepAnswerIn } from './settle-action.ts';

/**
 * Of things that a look found, each made by one request: the first that no other action of this kind is known to have
 * made, kept as the answer of this one. Where all are known to be of others nobody can tell whether this one arrived. Two
 * looks at one moment do not take the same.
 */
export async function takeFound(
  db: Db,
  action: Action,
  oneOf: readonly OperationAnswer[],
): Promise<OperationAnswer | Unsettled> {
  return await db.$transaction(async (tx) => {
    const lock = `found ${action.connectionId} ${action.operation}`;
    await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
    for (const answer of oneOf) {
      if (await isOfAnother(tx, action, answer)) continue;
      await keepAnswerIn(tx, action.id, answer);
      return answer;
    }
    const subjects = oneOf.flatMap(({ subjects: [, ...rest] }) => rest);
    return { undecided: { ...ofOthers, subjects } };
  });
}

const ofOthers = {
  text: 'What came since was made by another action. Nobody can say from here whether this one arrived as well.',
  whatToDo: 'Look in Enerflo whether this one is there too before you send it again.',
};

async function isOfAnother(
  tx: Tx,
  { id, connectionId, operation }: Action,
  { subjects: [made] }: OperationAnswer,
): Promise<boolean> {
  const [key] = recordKeys(made ? [made] : []);
  if (key === undefined) return false;
  const other = await tx.action.findFirst({
    where: {
      id: { not: id },
      connectionId,
      operation,
      recordKeys: { has: key },
      OR: [{ state: { in: ['done', 'undone'] } }, { result: { path: ['answered'], equals: true } }],
    },
    select: { id: true },
  });
  return other !== null;
}
