import type { EventQuery } from './event-query.schema.ts';

/** A time range that moves with the clock, and its length in hours. */
export const rangeHours = { '1h': 1, '24h': 24, '7d': 7 * 24, '30d': 30 * 24 } as const;
export const ranges = ['1h', '24h', '7d', '30d'] as const satisfies readonly (keyof typeof rangeHours)[];
export type Range = (typeof ranges)[number];

/** The API's filter for a query of the log; a moving range ends at `now` (milliseconds since 1970). */
export function eventFilterOf({ range, ...filter }: EventQuery, now: number) {
  if (!range) return filter;
  return { ...filter, from: new Date(now - rangeHours[range] * 3_600_000).toISOString() };
}
