import { timeParts } from '#lib/time-parts.ts';

const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Whether a value is an instant as operations keep it: `2026-03-02T16:00:00Z`. */
export function isInstant(value: unknown): value is string {
  return typeof value === 'string' && instantShape.test(value) && !Number.isNaN(Date.parse(value));
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
