import { isRealDate } from './calendar.ts';
import { zeroDate } from './date.ts';
import { asWritten, type Normalised, type Scalar, sure } from './normalised.ts';
import { utcFromWall } from './zone.ts';

const dateOnly = /^\d{4}-\d{2}-\d{2}$/;
const dateAndTime =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(?:(Z)|([+-])(\d{2}):?(\d{2})?)?$/i;

/** Unix time began with seconds; beyond this it must be milliseconds. Below the least it is no time at all. */
const LEAST_UNIX_SECONDS = 100_000_000;
const MOST_UNIX_SECONDS = 100_000_000_000;
const MINUTE = 60_000;

/**
 * A moment as ISO 8601 UTC, from ISO 8601, from `YYYY-MM-DD HH:mm:ss` (Enerflo 1.0) and from unix time in
 * seconds or milliseconds. Without an offset it is told in `zone` (IANA), and without a zone in UTC.
 * A date without a time stays a date: no time of day is made up.
 */
export function normaliseInstant(value: Scalar, zone: string | null): Normalised {
  const text = String(value).trim();
  if (zeroDate.test(text)) return sure(null);
  if (/^\d{9,14}$/.test(text)) return unixTime(Number(text), value);
  if (dateOnly.test(text)) {
    const [year, month, day] = text.split('-').map(Number);
    return isRealDate(year ?? 0, month ?? 0, day ?? 0) ? sure(text) : asWritten(value, 'is not a time');
  }
  const parts = dateAndTime.exec(text);
  const wall = parts && wallTime(parts);
  if (!parts || wall === null) return asWritten(value, 'is not a time');
  if (parts[8]) return moment(wall);
  if (parts[9]) {
    const minutes = Number(parts[10]) * 60 + Number(parts[11] ?? 0);
    return moment(wall - (parts[9] === '-' ? -minutes : minutes) * MINUTE);
  }
  if (zone === null || zone === 'UTC') return moment(wall);
  const utc = utcFromWall(wall, zone);
  return utc === null
    ? { ...moment(wall), doubt: 'is told in a time zone that is not known, and was read as UTC' }
    : moment(utc);
}

function unixTime(number: number, value: Scalar): Normalised {
  if (number < LEAST_UNIX_SECONDS) return asWritten(value, 'is not a time');
  return moment(number < MOST_UNIX_SECONDS ? number * 1000 : number);
}

/** The digits of the wall clock as if they were UTC, or null where no clock shows them. */
function wallTime(parts: RegExpExecArray): number | null {
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  if (hour === undefined || minute === undefined || second === undefined) return null;
  if (!isRealDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
  const milliseconds = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
}

function moment(milliseconds: number): Normalised {
  return sure(new Date(milliseconds).toISOString());
}
