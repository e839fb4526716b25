import type { RefusedKey } from '#lib/enerflo/enerflo-result.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { type OperationField, operationFields } from '#lib/operations/operation-fields.ts';
import type { OperationRequest } from '#lib/operations/operation-request.ts';
import type { ActionError } from './action.schema.ts';

type Sent = {
  operation: Pick<Operation, 'name' | 'input'>;
  input: JsonObject;
  request: Pick<OperationRequest, 'body'>;
};

/**
 * A failure with what Enerflo said against single keys told at the fields of the form, by the names that these have there:
 * `Deal type id: The selected create deal is invalid.` What is said of a key that is no field stays as it was said.
 */
export function inFieldWords(
  error: ActionError,
  { operation, input, request }: Sent,
  refused: readonly RefusedKey[],
): ActionError {
  const fields = operationFields(operation);
  const told = refused.flatMap(({ key, words }) => {
    const field = fieldOf(fields, key, input, request.body);
    return field ? [{ key, words, field }] : [];
  });
  if (told.length === 0) return error;
  return {
    ...error,
    said: error.said && told.reduce(withLabel, error.said),
    fields: told.map(({ field, words }) => ({ field: field.key, message: words })),
  };
}

/** The field of which a key is the name, alone or at its end (`lead.createDeal`), or of which it holds the value. */
function fieldOf(
  fields: readonly OperationField[],
  key: string,
  input: JsonObject,
  body: JsonObject | undefined,
): OperationField | undefined {
  const parts = key.split(/[.[\]]+/).filter((part) => part !== '' && !/^\d+$/.test(part));
  const name = parts.at(-1) ?? '';
  const named = fields.find((field) => loose(field.key) === loose(name));
  if (named) return named;
  // Enerflo calls a phone `mobile`: the field is the only one with the value that was sent so.
  const sent = valueAt(body ?? {}, name);
  if (sent === undefined) return undefined;
  const same = fields.filter((field) => input[field.key] !== undefined && String(input[field.key]) === sent);
  return same.length === 1 ? same[0] : undefined;
}

/** `createDeal` and `create_deal` are one name. */
function loose(name: string): string {
  return name.replace(/[^a-z\d]/gi, '').toLowerCase();
}

function valueAt(body: JsonObject, name: string): string | undefined {
  for (const [key, value] of Object.entries(body)) {
    if (key === name && isPlain(value)) return String(value);
    const inner = isJsonObject(value) ? valueAt(value, name) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function isPlain(value: Json): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Enerflo's key in front of its words gives way to the label; words without either get it. */
function withLabel(
  said: string,
  { key, words, field }: RefusedKey & { field: Pick<OperationField, 'words'> },
): string {
  const { label } = field.words;
  const keyed = `${key}: ${words}`;
  if (said.includes(keyed)) return said.replace(keyed, () => `${label}: ${words}`);
  const knows = words.toLowerCase().includes(label.toLowerCase());
  return knows ? said : said.replace(words, () => `${label}: ${words}`);
}
