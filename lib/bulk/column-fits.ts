import type { FieldKind } from '#lib/operations/field-words.ts';
import { rightDate } from '#lib/operations/put-right/right-date.ts';
import { rightMoment } from '#lib/operations/put-right/right-moment.ts';
import { rightNumber } from '#lib/operations/put-right/right-number.ts';
import { rightState } from '#lib/operations/put-right/right-state.ts';
import type { Righted } from '#lib/operations/put-right/righted.ts';
import { columnKind } from './column-kind.ts';
import { excelText } from './excel-text.ts';

/** Which day `today` is decides nothing here, nor does the zone: only whether a text can be read. */
const context = { timeZone: 'UTC', now: new Date(0) };

const readers: Partial<Record<FieldKind, (text: string) => Righted>> = {
  date: (text) => rightDate(text, context),
  moment: (text) => rightMoment(text, context),
  number: (text) => rightNumber(text),
  state: rightState,
};

/** Of so many of its filled cells it must be possible to read the value. */
const most = 0.5;

/**
 * Whether what stands in a column can be meant for a field of this kind: `Done` may be a day, or yes and no. True where
 * it has no values, and for kinds whose values cannot be told from others.
 */
export function columnFits(kind: FieldKind, values: readonly string[]): boolean {
  const read = readers[kind];
  const filled = values.map((value) => excelText(value.trim())).filter((value) => value !== '');
  if (!read || filled.length === 0) return true;
  // Days with the day first look like days, though not one in two can be read.
  if (kind === 'date' && columnKind(filled) === 'date') return true;
  return filled.filter((value) => 'value' in read(value)).length >= filled.length * most;
}
