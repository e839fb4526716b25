import type { Action } from '#lib/db/generated/client.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { type ActionResult, readResult } from './action-result.ts';

/** What the JSON columns of an action hold. */
export type KeptAction = {
  /** Undefined where this version does not know it any more. */
  operation: Operation | undefined;
  input: JsonObject;
  before: JsonObject | null;
  after: JsonObject | null;
  result: ActionResult;
};

export function keptAction(
  row: Pick<Action, 'operation' | 'input' | 'before' | 'after' | 'result'>,
): KeptAction {
  return {
    operation: operationNamed(row.operation),
    input: objectOf(row.input) ?? {},
    before: objectOf(row.before),
    after: objectOf(row.after),
    result: readResult(row.result),
  };
}

function objectOf(value: unknown): JsonObject | null {
  return isJsonObject(value) ? value : null;
}
