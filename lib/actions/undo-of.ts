import type { JsonObject } from '#lib/json.ts';
import type { CurrentValues, Operation } from '#lib/operations/operation.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { type ActionResult, answerOf, readResult } from './action-result.ts';

type Undo = { words: string; operation: Operation; input: JsonObject; effects: string[] };

/**
 * How an action is taken back: with which operation and input, and what that does besides (without a look at what
 * Enerflo has, so whatever it may). Null where it cannot be: nothing is known of before, or it is something that the
 * operation would not take (a last name that was empty).
 */
export function undoOf(
  operation: Operation,
  input: JsonObject,
  before: JsonObject | null,
  result: ActionResult,
): Undo | null {
  const { undo } = operation;
  const taken = undo?.input(input, before, answerOf(result));
  const undoing = undo && operationNamed(undo.operation);
  if (!undo || !taken || !undoing?.input.safeParse(taken).success) return null;
  const effects = undoing.sideEffects?.(taken, null) ?? [];
  return {
    words: undo.words,
    operation: undoing,
    input: taken,
    effects: effects.filter(({ agree }) => agree).map(({ text }) => text),
  };
}

/** How what is about to be sent can be taken back, in words, as far as Enerflo's values of today tell; null: it cannot. */
export function undoPromised(
  operation: Operation,
  input: JsonObject,
  current: CurrentValues | null,
): string | null {
  if (operation.undo?.byAnswer) return operation.undo.words;
  return undoOf(operation, input, current?.values ?? null, readResult(null))?.words ?? null;
}
