const formats = new Map<string, Intl.DateTimeFormat>();
const FORMATS_KEPT = 100;

/**
 * A moment on the clock of a zone (an IANA name; UTC where there is no such zone), in English words and digits by name:
 * `weekday` (Mon), `month` (Mar), `day`, `year`, `hour` (00 to 23), `minute`, `second`, `timeZoneName` (MST). Parts, not
 * a formatted whole: servers and browsers put different spaces and commas between them.
 * @param time milliseconds since 1970
 */
export function timeParts(time: number, timeZone: string): Record<string, string> {
  return Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
}

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
