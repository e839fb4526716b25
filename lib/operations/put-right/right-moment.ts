import { utcFromWall } from '#lib/catalog/normalise/zone.ts';
import { excelDay } from './excel-day.ts';
import { readClock } from './read-clock.ts';
import { readDay } from './read-day.ts';
import { instantOf } from './right-date.ts';
import type { RightContext, Righted } from './righted.ts';

/** An instant as `YYYY-MM-DDTHH:mm:ssZ`. A clock that names no zone is one in the company's. */
export function rightMoment(text: string, context: RightContext): Righted {
  const instant = instantOf(text);
  if (instant) return { value: inUtc(instant.getTime()), why: 'in UTC' };
  const counted = excelDay(text);
  const { date, seconds } = counted ? { date: counted.day, seconds: counted.seconds } : readClock(text);
  if (seconds === null) return { problem: 'Give a date and a time, such as 2024-08-15 2:30 pm.' };
  const read = readDay(date, context);
  if ('problem' in read) return read;
  const utc = utcFromWall(Date.parse(read.day) + seconds * 1000, context.timeZone);
  // Read in another zone it would be another time of day.
  if (utc === null)
    return { problem: `${zoneProblem(context.timeZone)} Write the time like 2024-08-15T14:30-07:00.` };
  return { value: inUtc(utc), why: `in UTC, read in the time zone ${context.timeZone}` };
}

function inUtc(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function zoneProblem(timeZone: string): string {
  return timeZone === '' ? 'Nobody said in which time zone.' : `There is no time zone “${timeZone}”.`;
}
