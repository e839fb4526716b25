import type { Operation } from '#lib/operations/operation.ts';
import type { ActionDetail } from './action.schema.ts';
import { askedFields } from './asked-fields.ts';
import { besideOf, isSame } from './beside.ts';
import type { KeptAction } from './kept-action.ts';
import { toldText } from './told-text.ts';

/**
 * What was before, what was asked for and what was read back, by field. `timeZone`: that of the account, on whose clock
 * moments are told.
 */
export function actionFields(
  operation: Operation,
  { input, before, after, result }: Omit<KeptAction, 'operation'>,
  timeZone: string | null,
): ActionDetail['fields'] {
  const { labels } = result;
  const came = Object.entries(labels.now).filter(([key]) => isSame(after?.[key] ?? null, input[key] ?? null));
  const current = before && { values: before, labels: labels.before, about: null, stamp: null };
  const words = new Map(askedFields(operation, input).map((field) => [field.key, field.words]));
  // Where what was asked for came about, its name is that of what was read back.
  const named = { ...Object.fromEntries(came), ...labels.asked };
  // And what was read back by its id alone is called as what was asked for, where it is that.
  const same = Object.fromEntries(
    Object.entries(labels.asked).filter(
      ([key]) => after && Object.hasOwn(after, key) && isSame(after[key] ?? null, input[key] ?? null),
    ),
  );
  return besideOf(operation, input, current, named, timeZone).map((beside) => {
    const now = after?.[beside.field] ?? null;
    const said = words.get(beside.field);
    const read = { values: after ?? {}, labels: { ...same, ...labels.now } };
    const nowText = said ? toldText(said, read, beside.field, timeZone) : null;
    const nowTold = Object.hasOwn(read.values, beside.field) || labels.now[beside.field] !== undefined;
    return { ...beside, now, nowText, nowTold };
  });
}
