import type { Action } from '#lib/db/generated/client.ts';
import { readAccountSettings } from '#lib/enerflo/account-settings.ts';
import { AppError } from '#lib/errors.ts';
import { actionErrorSchema, type InsteadOfAction } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { asTyped } from './as-typed.ts';
import { keptAction } from './kept-action.ts';
import { assertMay } from './require-operation.ts';

/**
 * The same operation with what was asked, for an action that was not done (`canCorrect`) to be corrected and sent anew.
 * Asks nothing of Enerflo. Throws FORBIDDEN for whom may not do it.
 */
export async function correctionOf({ db, actor }: ActionContext, row: Action): Promise<InsteadOfAction> {
  const { operation, input } = keptAction(row);
  if (!operation) throw new AppError('NOT_FOUND', `There is no operation called ${row.operation} any more.`);
  assertMay(actor, operation);
  const { settings, baseUrl } = await readAccountSettings(db, row.connectionId);
  return {
    connectionId: row.connectionId,
    operation: operation.name,
    input: asTyped(operation, input, { settings, author: row.actorName }),
    updates: null,
    left: [],
    why: null,
    link: baseUrl,
    said: actionErrorSchema.safeParse(row.error).data?.said ?? null,
    eventId: row.eventId,
  };
}
