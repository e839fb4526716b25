import type { FieldKind } from '#lib/operations/field-words.ts';
import { excelText } from './excel-text.ts';

const looks: readonly (readonly [FieldKind, RegExp])[] = [
  ['email', /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/],
  ['date', /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4})$/],
  ['moment', /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4})[ T]\d{1,2}:\d{2}/],
  ['phone', /^\+?1?[\s.(-]*\d{3}[\s).-]*\d{3}[\s.-]*\d{4}(\s*(x|ext\.?)\s*\d+)?$/i],
  ['zip', /^\d{5}-\d{4}$|^0?\d{4,5}$/],
];

/** Of so many of its filled cells a kind must be that of the column. */
const most = 0.8;

/**
 * What the values of a column look like; null where nothing can be told. Ten digits without a sign between them may be
 * an id as well as a phone number: that alone is not enough here.
 */
export function columnKind(values: readonly string[]): FieldKind | null {
  const filled = values.map((value) => excelText(value.trim())).filter((value) => value !== '');
  if (filled.length === 0) return null;
  for (const [kind, look] of looks) {
    const fitting = filled.filter((value) => look.test(value));
    if (fitting.length < filled.length * most) continue;
    if (kind === 'phone' && fitting.every((value) => /^\d+$/.test(value) && value.length > 11)) continue;
    return kind;
  }
  return null;
}
