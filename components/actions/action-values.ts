import type { JsonObject } from '#lib/json.ts';
import type { OperationField } from '#lib/operations/operation-fields.ts';
import { unchosenText } from './unchosen.ts';

/** One field of an operation, as its form asks for it. */
export type FormField = Pick<OperationField, 'key' | 'required' | 'blank' | 'words'>;

/** What stands in the fields of a form, by field; "" leaves it alone in Enerflo, `blankValue` sets it to blank there. */
export type ActionValues = Record<string, string>;

/** Stands in a field that is to be set to blank; nobody can type it. */
export const blankValue = '\u0000';

/** Every field, filled from what is known of it. */
export function emptyValues(fields: readonly FormField[], known: ActionValues = {}): ActionValues {
  return Object.fromEntries(fields.map(({ key }) => [key, known[key] ?? '']));
}

/**
 * The values as the API takes them: what is empty is left out, so that nothing is emptied in Enerflo by accident, and so
 * is what is typed and not chosen; with such a field nothing may be sent.
 */
export function inputOf(fields: readonly FormField[], values: ActionValues): JsonObject {
  const input: JsonObject = {};
  for (const { key, words } of fields) {
    const value = (values[key] ?? '').trim();
    if (unchosenText(value) !== null) continue;
    if (value === blankValue) input[key] = null;
    else if (value !== '') input[key] = words.kind === 'yes-no' ? value === 'true' : value;
  }
  return input;
}

/** The fields that must be filled and are not. */
export function missingFields(fields: readonly FormField[], values: ActionValues): FormField[] {
  return fields.filter(({ key, required }) => required && (values[key] ?? '').trim() === '');
}

/** The fields in which something is typed for which nothing is chosen. */
export function unchosenFields(fields: readonly FormField[], values: ActionValues): FormField[] {
  return fields.filter(({ key }) => unchosenText(values[key] ?? '') !== null);
}

/**
 * The fields that a form shows at once, and those that it folds away. Long forms fold what is neither needed nor missed
 * nor filled; a form where nothing is needed shows all.
 */
export function foldFields(fields: readonly FormField[], known: ActionValues) {
  const first = fields.filter(
    ({ key, required, words }) => required || words.missed !== undefined || (known[key] ?? '') !== '',
  );
  const folds = first.length >= 3 && fields.length - first.length > 4;
  if (!folds) return { shown: fields, folded: [] };
  return { shown: first, folded: fields.filter((field) => !first.includes(field)) };
}
