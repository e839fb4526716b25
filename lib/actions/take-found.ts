import type { Db, Tx } from '#lib/db/database.ts';
import { type Action, Prisma } from '#lib/db/generated/client.ts';
import type { EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import type { OperationAnswer, Unsettled } from '#lib/operations/operation.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { answerOf } from './action-result.ts';
import { keptAction } from './kept-action.ts';
import { recordKeys } from './record-keys.ts';
import { keepAnswerIn } from './settle-action.ts';

/** Longer than a request is waited for, in milliseconds: one that left so long before may have made what came since. */
const LONGEST_WAY = 60_000;

/**
 * Of things that a look found, each made by one request: the first that no other action of this kind is known to have
 * made, kept as the answer of this one. Where all are known to be of others, or where others that are looked for in the
 * same place may have made as many, nobody can tell whether this one arrived. Two looks at one moment do not take the
 * same; where another look took one meanwhile, it is that.
 */
export async function takeFound(
  db: Db,
  action: Action,
  oneOf: readonly OperationAnswer[],
  by: { account: EnerfloAccount; sentAt: Date },
): Promise<OperationAnswer | Unsettled> {
  return await db.$transaction(async (tx) => {
    const lock = `found ${action.connectionId} ${action.operation}`;
    await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
    const { result } = keptAction(await tx.action.findUniqueOrThrow({ where: { id: action.id } }));
    if (result.answered) return answerOf(result);
    const free: OperationAnswer[] = [];
    for (const answer of oneOf) if (!(await isOfAnother(tx, action, answer))) free.push(answer);
    const [first] = free;
    if (first && free.length > (await countRivals(tx, action, by))) {
      await keepAnswerIn(tx, action.id, first);
      return first;
    }
    const subjects = oneOf.flatMap(({ subjects: [, ...rest] }) => rest);
    return { undecided: { ...(first ? ofRivals : ofOthers), subjects } };
  });
}

const ofOthers = {
  text: 'What came since was made by another action. Nobody can say from here whether this one arrived as well.',
  whatToDo: 'Look in Enerflo whether this one is there too before you send it again.',
};

const ofRivals = {
  text: 'What came since may be of another action without an answer. Nobody can say from here which of them arrived.',
  whatToDo: 'Look in Enerflo which of them is there before you send this one again.',
};

/** How many others, of which it is not known what they made, would be looked for in the same place and may be found. */
async function countRivals(
  tx: Tx,
  action: Action,
  { account, sentAt }: { account: EnerfloAccount; sentAt: Date },
): Promise<number> {
  const { id, connectionId, operation: name } = action;
  const operation = operationNamed(name);
  const others = await tx.action.findMany({
    where: {
      id: { not: id },
      connectionId,
      operation: name,
      state: { in: ['sending', 'unknown'] },
      createdAt: { gte: new Date(sentAt.getTime() - LONGEST_WAY) },
    },
  });
  const placeOf = (one: Action) =>
    JSON.stringify(operation?.lookUp?.request(keptAction(one).input, account, sentAt));
  const place = placeOf(action);
  return others.filter((other) => !keptAction(other).result.answered && placeOf(other) === place).length;
}

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
