import type { EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import type { ActionDetail } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import type { ActionResult } from './action-result.ts';
import { getAction } from './get-action.ts';
import { holdAction } from './insert-attempt.ts';
import { keptAction } from './kept-action.ts';
import { assertMay } from './require-operation.ts';
import { runOperation } from './run-operation.ts';
import { stillOurs } from './still-ours.ts';
import { undoOf } from './undo-of.ts';

/**
 * Takes an action back, as an action of its own, which it gives; the first becomes `undone`. Only while Enerflo still
 * has what the action left there. Throws AppError NOT_FOUND, FORBIDDEN, or CONFLICT where it can't be undone (any
 * more), in words.
 */
export async function undoAction(
  context: ActionContext,
  { id, idempotencyKey }: { id: string; idempotencyKey: string },
): Promise<ActionDetail> {
  const { db, actor } = context;
  const row = await db.action.findUnique({ where: { id } });
  if (!row) throw new AppError('NOT_FOUND', 'There is no such action.');
  const { operation, input, before, after, result } = keptAction(row);
  const undo = operation && result.sent ? undoOf(operation, input, before, result) : null;
  if (!operation || !undo)
    throw new AppError('CONFLICT', operation?.noUndo ?? 'This cannot be undone from here.');
  assertMay(actor, undo.operation);

  const isRepeat = (await db.action.count({ where: { idempotencyKey, undoesId: id } })) > 0;
  const account = await openEnerfloAccount(context, row.connectionId);
  if (!isRepeat) {
    if (row.state === 'undone') throw new AppError('CONFLICT', 'It was undone already.');
    if (row.state !== 'done') throw new AppError('CONFLICT', 'Only what was done can be undone.');
    await assertStillOurs(context, { id, account, operation, input, after, result, sentAt: row.createdAt });
  }
  const ran = await runOperation(context, {
    account,
    operation: undo.operation,
    input: undo.input,
    actor,
    idempotencyKey,
    share: 'people',
    agreed: 'all',
    eventId: row.eventId,
    undoesId: id,
  });
  return await getAction(db, ran.actionId);
}

type Checked = {
  id: string;
  account: EnerfloAccount;
  operation: Operation;
  input: JsonObject;
  after: JsonObject | null;
  result: ActionResult;
  sentAt: Date;
};

/** Throws AppError CONFLICT where somebody changed it since, and remembers why, so that nobody is offered it again. */
async function assertStillOurs({ db }: ActionContext, { id, ...checked }: Checked): Promise<void> {
  const { gone, failure } = await stillOurs(checked);
  if (failure) {
    throw new AppError(
      'CONFLICT',
      `What Enerflo has now could not be read, so nothing was sent. ${failure.text} ${failure.whatToDo}`,
    );
  }
  if (gone === null) return;
  await db.$transaction(async (tx) => {
    await holdAction(tx, id);
    await tx.action.update({ where: { id }, data: { result: { ...checked.result, undoGone: gone } } });
  });
  throw new AppError('CONFLICT', gone);
}
