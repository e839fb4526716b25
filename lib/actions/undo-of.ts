import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { type ActionResult, answerOf } from './action-result.ts';

/**
 * How an action is taken back: with which operation and input, and what that does besides (without a look at what
 * Enerflo has, so whatever it may); null where it cannot be.
 */
export function undoOf(
  operation: Operation,
  input: JsonObject,
  before: JsonObject | null,
  result: ActionResult,
): { words: string; operation: string; input: JsonObject; effects: string[] } | null {
  const { undo } = operation;
  const taken = undo?.input(input, before, answerOf(result));
  if (!undo || !taken) return null;
  const effects = operationNamed(undo.operation)?.sideEffects?.(taken, null) ?? [];
  return {
    words: undo.words,
    operation: undo.operation,
    input: taken,
    effects: effects.filter(({ agree }) => agree).map(({ text }) => text),
  };
}
