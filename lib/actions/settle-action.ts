import type { Db, Tx } from '#lib/db/database.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import type { OperationAnswer } from '#lib/operations/operation.ts';
import type { ActionError } from './action.schema.ts';
import { type ActionResult, readResult } from './action-result.ts';
import type { ActionState } from './action-states.ts';
import { holdAction } from './insert-attempt.ts';
import { recordKeys } from './record-keys.ts';

type Settled = {
  state: Exclude<ActionState, 'sending' | 'undone'>;
  error?: ActionError | null;
  after?: JsonObject | null;
  readBack?: 'same' | 'differs' | 'not-read';
  result?: Partial<Omit<ActionResult, 'labels'>>;
  /** What Enerflo calls the values that were read back. */
  labelsNow?: Record<string, string>;
  recordKeys?: readonly string[];
  about?: string | null;
  /** When it is looked for next; for actions in doubt. */
  dueAt?: Date | null;
};

/** States after which nothing more becomes of an action, whoever comes too late with what he knew. */
const final = ['done', 'undone'];

/**
 * Writes what became of an action, and where it undid another and is done, that this one is undone. One that is done
 * stays done. Gives whether it was written.
 */
export async function settleAction(tx: Tx, id: string, settled: Settled): Promise<boolean> {
  const held = await holdAction(tx, id);
  if (!held || final.includes(held.state)) return false;
  const row = await tx.action.findUniqueOrThrow({ where: { id } });
  const { state, error = null, after, readBack, recordKeys: keys = [], about, dueAt = null } = settled;
  const result = readResult(row.result);
  const now = settled.labelsNow ?? result.labels.now;
  await tx.action.update({
    where: { id },
    data: {
      state,
      error: error ?? Prisma.DbNull,
      after: after ?? undefined,
      readBack,
      result: { ...result, ...settled.result, labels: { ...result.labels, now } },
      recordKeys: [...new Set([...row.recordKeys, ...keys])],
      about: row.about ?? about,
      settledAt: state === 'unknown' ? null : new Date(databaseNow()),
      dueAt,
    },
  });
  if (state === 'done' && row.undoesId) {
    await tx.action.updateMany({ where: { id: row.undoesId, state: 'done' }, data: { state: 'undone' } });
  }
  return true;
}

/** Keeps what Enerflo answered at once, so that a process that dies before reading back leaves no doubt behind. */
export async function keepAnswer(db: Db, id: string, answer: OperationAnswer): Promise<void> {
  await db.$transaction((tx) => keepAnswerIn(tx, id, answer));
}

/** The same within a transaction. From here on others know what it made. */
export async function keepAnswerIn(tx: Tx, id: string, answer: OperationAnswer): Promise<void> {
  const held = await holdAction(tx, id);
  if (!held || final.includes(held.state)) return;
  const row = await tx.action.findUniqueOrThrow({ where: { id } });
  const result = { ...readResult(row.result), ...answer, answered: true };
  const keys = [...new Set([...row.recordKeys, ...recordKeys(answer.subjects)])];
  await tx.action.update({ where: { id }, data: { result, recordKeys: keys } });
}
