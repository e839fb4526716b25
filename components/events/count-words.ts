/** A count of events as the API gives it. */
type EventCount = { count: number; more: boolean; partial: boolean };

/** `1,000+`: the sign where more fit, or may fit, than were counted. */
export function countWords({ count, more, partial }: EventCount): string {
  return `${count.toLocaleString('en')}${more || partial ? '+' : ''}`;
}
