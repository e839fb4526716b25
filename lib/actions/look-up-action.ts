import { recordAudit } from '#lib/audit/audit.ts';
import { AppError } from '#lib/errors.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import type { ActionDetail } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { readResult } from './action-result.ts';
import { canLookUp } from './can-look-up.ts';
import { getAction } from './get-action.ts';
import { lookOnce } from './look-once.ts';
import { assertMay } from './require-operation.ts';

/**
 * Looks in Enerflo whether an action in doubt arrived, for a person who asks. Throws AppError NOT_FOUND, FORBIDDEN, or
 * CONFLICT where it is not in doubt (any more) or cannot be looked up.
 */
export async function lookUpAction(context: ActionContext, id: string): Promise<ActionDetail> {
  const { db, actor } = context;
  const row = await db.action.findUnique({
    where: { id },
    select: { state: true, operation: true, result: true },
  });
  if (!row) throw new AppError('NOT_FOUND', 'There is no such action.');
  const operation = operationNamed(row.operation);
  if (operation) assertMay(actor, operation);
  if (row.state === 'sending') throw new AppError('CONFLICT', 'It is being sent at this moment.');
  if (row.state !== 'unknown') throw new AppError('CONFLICT', 'What became of it is known already.');
  if (!operation || !canLookUp(operation, readResult(row.result)))
    throw new AppError('CONFLICT', 'This cannot be looked up from here. Look in Enerflo itself.');
  const came = await lookOnce(context, id, { share: 'people' });
  await db.$transaction((tx) =>
    recordAudit(tx, {
      actor,
      action: 'action.look-up',
      subjectKind: 'action',
      subjectId: id,
      after: { found: came },
      requestId: context.requestId,
      address: context.address,
    }),
  );
  return await getAction(db, id);
}
