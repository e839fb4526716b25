import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { isPersonalField } from './personal-fields.ts';

/** What the audit log keeps of an action: plain values as they were and as they were asked for; of the rest the action tells. */
export function auditValues(
  operation: Operation,
  input: JsonObject,
  before: JsonObject | null,
): { before: JsonObject | undefined; after: JsonObject } {
  const plain = operationFields(operation).filter(({ words }) => !isPersonalField(words));
  const pick = (values: JsonObject): JsonObject =>
    Object.fromEntries(plain.flatMap(({ key }) => (values[key] === undefined ? [] : [[key, values[key]]])));
  return { before: before ? pick(before) : undefined, after: pick(input) };
}
