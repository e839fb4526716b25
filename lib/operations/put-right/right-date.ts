import { normaliseInstant } from '#lib/catalog/normalise/instant.ts';
import { dayIn } from './day-in.ts';
import { excelDay } from './excel-day.ts';
import { readClock } from './read-clock.ts';
import { readDay } from './read-day.ts';
import type { RightContext, Righted } from './righted.ts';

/** A time that names its own zone: `…Z`, `…+02:00`. No zone is further off than 14 hours: `09:00-17:00` is a span. */
const withOffset = /\d{2}:\d{2}.*(Z|[+-](?:0\d|1[0-4]):?\d{0,2})$/i;

/**
 * A day as `YYYY-MM-DD` (enerflo guide 3.1). An instant is the day that it was then in the company's zone; the time of a
 * clock that names no zone is left out. Dates in numbers are read with the month first.
 */
export function rightDate(text: string, context: RightContext): Righted {
  const instant = instantOf(text);
  if (instant)
    return {
      value: dayIn(context.timeZone, instant),
      why: `the day in the time zone ${context.timeZone || 'UTC'}`,
    };
  const counted = excelDay(text);
  if (counted) return { value: counted.day, why: 'a day as Excel counts them' };
  const { date } = readClock(text);
  const read = readDay(date, context);
  return 'problem' in read
    ? read
    : { value: read.day, why: 'as Enerflo wants dates, read with the month before the day' };
}

/** The moment of a time that names its zone; null for any other text. */
export function instantOf(text: string): Date | null {
  if (!withOffset.test(text)) return null;
  const read = normaliseInstant(text, null);
  return read.read && typeof read.value === 'string' ? new Date(read.value) : null;
}
