import { timeParts } from '#lib/time-parts.ts';

const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Whether a value is an instant as operations keep it: `2026-03-02T16:00:00Z`. */
export function isInstant(value: unknown): value is string {
  return typeof value === 'string' && instantShape.test(value) && !Number.isNaN(Date.parse(value));
}

/** From one instant to another, with what both have in common told once: `Mon, Mar 2, 2026, 09:00 – 10:00 MST`. */
export function spanText(start: string, end: string, timeZone: string): string {
  const [from, to] = [momentText(start, timeZone), momentText(end, timeZone)];
  const day = from.slice(0, from.lastIndexOf(', ') + 2);
  const zone = from.slice(from.lastIndexOf(' '));
  if (!to.startsWith(day) || !to.endsWith(zone)) return `${from} – ${to}`;
  return `${from.slice(0, -zone.length)} – ${to.slice(day.length)}`;
}

/**
 * An instant as people read it, in a time zone (an IANA name) that it names: `Mon, Mar 2, 2026, 09:00 MST`. In UTC
 * where nobody knows the zone; text that is no instant comes back as it is.
 */
export function momentText(instant: string, timeZone: string): string {
  if (!isInstant(instant)) return instant;
  const part = timeParts(Date.parse(instant), timeZone);
  // An appointment begins on a whole minute; a time that does not is told to the second.
  const seconds = part.second === '00' ? '' : `:${part.second}`;
  const day = `${part.weekday}, ${part.month} ${part.day}, ${part.year}`;
  return `${day}, ${part.hour}:${part.minute}${seconds} ${part.timeZoneName}`;
}
