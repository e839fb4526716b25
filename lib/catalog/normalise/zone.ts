const clocks = new Map<string, Intl.DateTimeFormat | null>();
const CLOCKS_KEPT = 100;

/**
 * The UTC milliseconds of a wall-clock time in a time zone (IANA name); `wall` holds the wall clock's digits as
 * if they were UTC. null where the zone is not known. An hour that summer time skips is read as if it had not
 * begun yet; of one that comes twice, one is taken.
 */
export function utcFromWall(wall: number, zone: string): number | null {
  const clock = clockOf(zone);
  if (!clock) return null;
  const first = wall - offsetAt(clock, wall);
  const second = wall - offsetAt(clock, first);
  const agrees = wall - offsetAt(clock, second) === second;
  return agrees ? second : Math.max(first, second);
}

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  if (clocks.size >= CLOCKS_KEPT) clocks.clear();
  const clock = makeClock(zone);
  clocks.set(zone, clock);
  return clock;
}

function makeClock(zone: string): Intl.DateTimeFormat | null {
  if (zone.length > 64) return null;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null; // RangeError: a zone that does not exist.
  }
}

/** How far the zone's wall clock is ahead of UTC at this moment, in milliseconds. */
function offsetAt(clock: Intl.DateTimeFormat, utc: number): number {
  const part = new Map(clock.formatToParts(utc).map(({ type, value }) => [type, Number(value)]));
  const at = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? 0;
  const wall = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return wall - Math.floor(utc / 1000) * 1000;
}
