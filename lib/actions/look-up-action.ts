import { recordAudit } from '#lib/audit/audit.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import { AppError } from '#lib/errors.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import type { ActionDetail } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { readResult } from './action-result.ts';
import { canLookUp } from './can-look-up.ts';
import { getAction } from './get-action.ts';
import { type Look, lookOnce } from './look-once.ts';
import { assertMay } from './require-operation.ts';

/** Far longer than one look takes, in milliseconds: a process that dies in it leaves the action to a worker. */
const leaseMs = 120_000;

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
  const came = await lookHeld(context, id);
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

/** Looks once; meanwhile nobody settles by hand what was not looked for any more. */
async function lookHeld(context: ActionContext, id: string): Promise<Look> {
  const { action } = context.db;
  const dueAt = new Date(databaseNow() + leaseMs);
  await action.updateMany({ where: { id, state: 'unknown', dueAt: null }, data: { dueAt } });
  try {
    return await lookOnce(context, id, { share: 'people' });
  } finally {
    // Only where the look came to no end of its own: its account could not be called.
    await action.updateMany({ where: { id, state: 'unknown', dueAt }, data: { dueAt: null } });
  }
}
