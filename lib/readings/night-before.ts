const HOUR = 3;
const DAY = 86_400_000;

/** The last 3 o'clock in the night by that time zone (UTC where it is unknown), at or before `now`. */
export function nightBefore(now: Date, timeZone: string | null): Date {
  const local = asUtc(now, timeZone);
  const offset = local.getTime() - Math.floor(now.getTime() / 1_000) * 1_000;
  const night = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), HOUR) - offset;
  return new Date(night <= now.getTime() ? night : night - DAY);
}

/** What the clocks of that zone show, as if it were UTC, in whole seconds. */
function asUtc(time: Date, timeZone: string | null): Date {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  const number = (part: Intl.DateTimeFormatPartTypes) => Number(parts.get(part));
  return new Date(
    Date.UTC(
      number('year'),
      number('month') - 1,
      number('day'),
      number('hour'),
      number('minute'),
      number('second'),
    ),
  );
}

function formatter(timeZone: string | null): Intl.DateTimeFormat {
  const digits = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...digits, timeZone: timeZone ?? 'UTC' });
  } catch {
    // A zone that this Node does not know.
    return new Intl.DateTimeFormat('en-US', { ...digits, timeZone: 'UTC' });
  }
}
