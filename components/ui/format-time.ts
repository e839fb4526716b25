import { timeParts } from '#lib/time-parts.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A time as people say it: `now`, `12 s ago`, `5 min ago`, `3 h ago`, `in 2 d`; after a week the date (`Jul 1`,
 * or `Jul 1, 2025` in another year).
 * @param iso an instant with its offset, such as `2026-07-01T10:04:12Z`
 * @param now milliseconds since 1970
 * @param timeZone an IANA name; it matters for dates only
 */
export function relativeTime(iso: string, now: number, timeZone: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const distance = Math.abs(now - time);
  if (distance < 5 * SECOND) return 'now';
  if (distance >= 7 * DAY) return shortDate(time, now, timeZone);
  const text = distanceText(distance);
  return time > now ? `in ${text}` : `${text} ago`;
}

function distanceText(distance: number): string {
  if (distance < MINUTE) return `${Math.floor(distance / SECOND)} s`;
  if (distance < HOUR) return `${Math.floor(distance / MINUTE)} min`;
  if (distance < DAY) return `${Math.floor(distance / HOUR)} h`;
  return `${Math.floor(distance / DAY)} d`;
}

function shortDate(time: number, now: number, timeZone: string): string {
  const { month, day, year } = timeParts(time, timeZone);
  const sameYear = year === timeParts(now, timeZone).year;
  return sameYear ? `${month} ${day}` : `${month} ${day}, ${year}`;
}

/** The exact time in a zone: `Jul 1, 2026, 14:04:12 EDT`. Text that is no time comes back as it is. */
export function exactTime(iso: string, timeZone: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const { month, day, year, hour, minute, second, timeZoneName } = timeParts(time, timeZone);
  return `${month} ${day}, ${year}, ${hour}:${minute}:${second} ${timeZoneName}`;
}

/** The exact time for a narrow column: `Jul 1, 14:04:12`, with the year if it is not the present one. */
export function compactTime(iso: string, now: number, timeZone: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const { hour, minute, second } = timeParts(time, timeZone);
  return `${shortDate(time, now, timeZone)}, ${hour}:${minute}:${second}`;
}
