import type { JsonObject } from '#lib/json.ts';
import type { FieldWords } from '#lib/operations/field-words.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';

type AskedField = { key: string; words: FieldWords };

/**
 * The fields of an input that say what shall be, in the operation's order; without those that only say of what: the id
 * it is about, that in which another one lies (an install), and of what is there already that other one (a milestone).
 */
export function askedFields(operation: Operation, input: JsonObject): AskedField[] {
  const naming = namingKeys(operation);
  return operationFields(operation).filter(({ key }) => input[key] !== undefined && !naming.has(key));
}

/** The other ones: those that only say of what. */
export function namingKeys(operation: Operation): ReadonlySet<string> {
  const fields = operationFields(operation);
  const naming = new Set(fields.flatMap(({ words }) => words.within ?? []));
  if (operation.about) naming.add(operation.about.field);
  if (operation.current) {
    for (const { key, words } of fields) if (words.within !== undefined) naming.add(key);
  }
  return naming;
}
