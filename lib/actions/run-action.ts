import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import type { ActionDetail } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { getAction } from './get-action.ts';
import { type Asked, assertRight, prepareInput } from './prepare-input.ts';
import { runOperation } from './run-operation.ts';

export type RunAction = Asked & {
  idempotencyKey: string;
  seen?: string | null;
  agreed: readonly string[];
  eventId?: string;
};

/**
 * Does in Enerflo what a person asks for, and gives the action once it is done, or in doubt. Throws AppError INVALID
 * (input, agreement), FORBIDDEN, NOT_FOUND, CONFLICT (it changed meanwhile, or the same is in doubt): nothing was sent.
 */
export async function runAction(context: ActionContext, asked: RunAction): Promise<ActionDetail> {
  const { operation, put } = await prepareInput(context, asked);
  assertRight(put);
  const account = await openEnerfloAccount(context, asked.connectionId);
  const { idempotencyKey, seen, agreed, eventId } = asked;
  const ran = await runOperation(context, {
    account,
    operation,
    input: put.input,
    actor: context.actor,
    idempotencyKey,
    share: 'people',
    agreed,
    seen,
    eventId,
  });
  return await getAction(context.db, ran.actionId);
}
