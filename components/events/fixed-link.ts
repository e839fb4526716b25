import { eventFilterOf } from '#lib/events/event-range.schema.ts';
import { filterText, type LogFilter } from './log-filter.ts';

/**
 * A link to the log with both ends of its time fixed, and what is true of it: nothing that comes after `now`
 * (milliseconds since 1970) is in it, but what becomes of an event goes on changing.
 */
export function fixedLink(filter: LogFilter, now: number): { address: string; words: string } {
  const { to, ...rest } = eventFilterOf(filter, now);
  const end = Math.min(now, to ? Date.parse(to) : now);
  const address = `/events?${filterText({ ...rest, to: new Date(end).toISOString() })}`;
  const moving = [...(filter.outcome ? ['outcome'] : []), ...(filter.handled ? ['handling'] : [])].join(
    ' or ',
  );
  const words = 'Nothing that comes later is in it.';
  return {
    address,
    words: moving ? `${words} Events leave and join it when their ${moving} changes.` : words,
  };
}
