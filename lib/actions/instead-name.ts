import type { Action } from '#lib/db/generated/client.ts';
import { actionErrorSchema } from './action.schema.ts';
import { keptAction } from './kept-action.ts';

/** The operation that may do what an action could not, since Enerflo did not allow it; null where there is none. */
export function insteadName(
  row: Pick<Action, 'state' | 'error' | 'operation' | 'input' | 'before' | 'after' | 'result'>,
): string | null {
  const error = actionErrorSchema.safeParse(row.error).data;
  if (row.state !== 'failed' || error?.code !== 'NOT_ALLOWED') return null;
  const { operation, result } = keptAction(row);
  // Where reading was not allowed already, it is the key.
  return result.sent ? (operation?.whenNotAllowed?.operation ?? null) : null;
}
