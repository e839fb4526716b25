import type { Action } from '#lib/db/generated/client.ts';
import { actionErrorSchema } from './action.schema.ts';
import { insteadName } from './instead-name.ts';
import { keptAction } from './kept-action.ts';
import { arrivedInPart } from './look-once.ts';

type Row = Pick<
  Action,
  'state' | 'error' | 'operation' | 'input' | 'before' | 'after' | 'result' | 'undoesId'
>;

/**
 * Whether what was asked may be corrected and sent as another action: it surely was not done, nor a part of it, and there
 * is no other way for it (`insteadName`). What was to take another action back is tried again there.
 */
export function canCorrect(row: Row): boolean {
  if (row.state !== 'failed' || row.undoesId !== null || insteadName(row) !== null) return false;
  const error = actionErrorSchema.safeParse(row.error).data;
  return error?.code !== arrivedInPart && keptAction(row).operation?.kind === 'write';
}
