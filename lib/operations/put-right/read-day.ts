import { isRealDate } from '#lib/catalog/normalise/calendar.ts';
import { dayIn } from './day-in.ts';
import type { RightContext } from './righted.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const DAY = 86_400_000;

const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/;
const monthFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;
const monthByName = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
/** Also as Excel shows and saves a date: `20-Nov-26`. */
const dayAndMonthName = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -](\d{4}|\d{2})$/;
const weekday = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? (?=.)/;

/** A day as people write it, without a time: as `YYYY-MM-DD`, or what is wrong with it. */
export function readDay(text: string, context: RightContext): { day: string } | { problem: string } {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim().replace(weekday, '');
  const away = { yesterday: -1, today: 0, tomorrow: 1 }[plain];
  if (away !== undefined) {
    const today = dayIn(context.timeZone, context.now);
    return { day: new Date(Date.parse(today) + away * DAY).toISOString().slice(0, 10) };
  }
  const iso = yearFirst.exec(plain);
  if (iso && (iso[2] !== '' || plain.length === 8)) return day(iso[1], iso[3], iso[4]);
  const american = monthFirst.exec(plain);
  if (american) {
    const [, month = '', date = '', year = ''] = american;
    if (Number(month) > 12 && Number(date) <= 12)
      return { problem: `There is no month ${month}: write the month first (${date}/${month}/${year}).` };
    return day(wholeYear(year), month, date);
  }
  const named = monthByName.exec(plain);
  if (named) return day(named[3], monthNumber(named[1]), named[2]);
  const after = dayAndMonthName.exec(plain);
  if (after) return day(wholeYear(after[3]), monthNumber(after[2]), after[1]);
  return { problem: 'This is no date: write it like 2024-08-15 or 8/15/2024.' };
}

function day(year = '', month = '', date = ''): { day: string } | { problem: string } {
  if (!isRealDate(Number(year), Number(month), Number(date)))
    return { problem: 'There is no such day: check the date.' };
  return { day: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` };
}

/** `2026` of `26`. */
function wholeYear(year = ''): string {
  return year.length === 2 ? `20${year}` : year;
}

/** `8` of `aug`, `sept` or `august`; 0 of what is no month. */
function monthNumber(name = ''): string {
  const at = months.indexOf(name.slice(0, 3));
  const is = name.length === 3 || name === 'sept' || monthNames[at] === name;
  return String(is ? at + 1 : 0);
}
