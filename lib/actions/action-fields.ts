import type { Operation } from '#lib/operations/operation.ts';
import type { ActionDetail } from './action.schema.ts';
import { askedFields } from './asked-fields.ts';
import { besideOf, isSame } from './beside.ts';
import { fieldText } from './field-text.ts';
import type { KeptAction } from './kept-action.ts';

/** What was before, what was asked for and what was read back, by field. */
export function actionFields(
  operation: Operation,
  { input, before, after, result }: Omit<KeptAction, 'operation'>,
): ActionDetail['fields'] {
  const { labels } = result;
  const came = Object.entries(labels.now).filter(([key]) => isSame(after?.[key] ?? null, input[key] ?? null));
  const current = before && { values: before, labels: labels.before, about: null, stamp: null };
  const words = new Map(askedFields(operation, input).map((field) => [field.key, field.words]));
  // Where what was asked for came about, its name is that of what was read back.
  return besideOf(operation, input, current, { ...Object.fromEntries(came), ...labels.asked }).map(
    (beside) => {
      const now = after?.[beside.field] ?? null;
      const said = words.get(beside.field);
      return { ...beside, now, nowText: said ? fieldText(said, now, labels.now[beside.field]) : null };
    },
  );
}
