import { recordAudit } from '#lib/audit/audit.ts';
import type { Tx } from '#lib/db/database.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import type { Action } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import type { ActionDetail, ActionError } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { readResult } from './action-result.ts';
import { getAction } from './get-action.ts';
import { holdAction } from './insert-attempt.ts';
import { isForPerson } from './is-for-person.ts';
import { assertMay } from './require-operation.ts';
import { settleAction } from './settle-action.ts';

/**
 * Settles an action in doubt by what a person found in Enerflo: done where it arrived, else failed, in words that say
 * who said so and when. Nothing is sent and nothing is read. Throws AppError NOT_FOUND, FORBIDDEN, or CONFLICT where it
 * is not in doubt (any more), is sent or looked for by this console itself, or did arrive by Enerflo's own answer.
 */
export async function settleByHand(
  context: ActionContext,
  { id, arrived }: { id: string; arrived: boolean },
): Promise<ActionDetail> {
  const { db, actor } = context;
  await db.$transaction(async (tx) => {
    const row = await heldInDoubt(tx, id);
    const operation = operationNamed(row.operation);
    if (operation) assertMay(actor, operation);
    if (!arrived && readResult(row.result).answered) throw new AppError('CONFLICT', confirmed);
    const at = momentWords(databaseNow());
    const state = arrived ? 'done' : 'failed';
    await settleAction(
      tx,
      id,
      arrived
        ? { state, result: { words: `${actor.name} found it in Enerflo and settled it by hand on ${at}.` } }
        : { state, error: notFoundByHand(actor.name, at) },
    );
    await recordAudit(tx, {
      actor,
      action: 'action.settle',
      subjectKind: 'action',
      subjectId: id,
      before: { state: row.state },
      after: { state },
      requestId: context.requestId,
      address: context.address,
    });
  });
  return await getAction(db, id);
}

const confirmed =
  'Enerflo confirmed that this arrived: only reading it back is missing. So you can only say that it arrived.';

/** The action's row, held until the transaction ends, so that of two who settle it one hears of the other. */
async function heldInDoubt(tx: Tx, id: string): Promise<Action> {
  if (!(await holdAction(tx, id))) throw new AppError('NOT_FOUND', 'There is no such action.');
  const row = await tx.action.findUniqueOrThrow({ where: { id } });
  if (row.state === 'sending') throw new AppError('CONFLICT', 'It is being sent at this moment.');
  if (row.state !== 'unknown') throw new AppError('CONFLICT', 'What became of it is known already.');
  if (!isForPerson(row))
    throw new AppError('CONFLICT', 'It is still being looked for in Enerflo; wait until that is known.');
  return row;
}

// A code of its own: a row of many at once is sent again by itself only where Heliograph saw that it did not arrive.
function notFoundByHand(name: string, at: string): ActionError {
  return {
    code: 'SETTLED_BY_HAND',
    text: `${name} did not find it in Enerflo and settled it by hand on ${at}.`,
    whatToDo: 'If it is still wanted, you can send it again.',
    said: null,
  };
}

/** `2026-03-02 16:05 UTC`: words that are kept are read in every time zone. */
function momentWords(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
