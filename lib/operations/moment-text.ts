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
  const parts = formatOf(timeZone).formatToParts(new Date(instant));
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  // An appointment begins on a whole minute; a time that does not is told to the second.
  const seconds = part.second === '00' ? '' : `:${part.second}`;
  const day = `${part.weekday}, ${part.month} ${part.day}, ${part.year}`;
  return `${day}, ${part.hour}:${part.minute}${seconds} ${part.timeZoneName}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const FORMATS_KEPT = 100;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  if (formats.size >= FORMATS_KEPT) formats.clear();
  const format = makeFormat(timeZone);
  formats.set(timeZone, format);
  return format;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: timeZone || 'UTC',
      weekday: 'short',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    });
  } catch {
    return makeFormat('UTC'); // RangeError: a zone that does not exist.
  }
}
