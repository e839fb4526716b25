import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { type ActionResult, answerOf } from './action-result.ts';

/** How an action is taken back: with which operation and input; null where it cannot be. */
export function undoOf(
  operation: Operation,
  input: JsonObject,
  before: JsonObject | null,
  result: ActionResult,
): { words: string; operation: string; input: JsonObject } | null {
  const { undo } = operation;
  const taken = undo?.input(input, before, answerOf(result));
  return undo && taken ? { words: undo.words, operation: undo.operation, input: taken } : null;
}
