import { type Range, ranges } from '#lib/events/event-range.schema.ts';

const words: Record<Range, string> = {
  '1h': 'Last hour',
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
};

/** The time ranges that move with the clock, as a filter offers them. */
export const rangeOptions = ranges.map((value) => ({ value, label: words[value] }));

/** The time range of a filter as it stands in "Nothing …": `in the last 24 hours`, `between these times`. */
export function inRangeWords({
  range,
  from,
  to,
}: {
  range?: Range;
  from?: string;
  to?: string;
}): string | null {
  if (range) return `in the ${words[range].toLowerCase()}`;
  if (from && to) return 'between these times';
  if (from) return 'since this time';
  return to ? 'before this time' : null;
}
