import type { Route } from 'next';
import type { EventItem } from '#lib/events/events.contract.ts';

/** More ids than these make an address too long for some browsers and proxies. */
const mostEvents = 150;
const wayToSelect = 'To do something in Enerflo for each, select';

/**
 * Where something is done in Enerflo for what these events are about, or why that cannot be; null where none of them is
 * of an Enerflo account. `whole`: they are those loaded of all that fit a filter.
 */
export function manyAddress(
  events: readonly Pick<EventItem, 'id' | 'source' | 'connectionId'>[],
  { whole = false } = {},
): { href: Route } | { why: string } | null {
  const own = events.filter(({ source }) => source === 'enerflo');
  const accounts = new Set(own.map(({ connectionId }) => connectionId));
  const [account] = accounts;
  if (account === undefined) return null;
  if (whole)
    return {
      why: `${wayToSelect} rows one by one, ${mostEvents} at most: it is not done for a whole filter.`,
    };
  if (accounts.size > 1)
    return { why: `${wayToSelect} events of one account: these are of ${accounts.size}.` };
  if (own.length > mostEvents) {
    const of = own.length < events.length ? ' of Enerflo' : '';
    return {
      why: `${wayToSelect} ${mostEvents} at most: ${own.length.toLocaleString('en')}${of} are selected.`,
    };
  }
  return { href: `/bulk/new?account=${account}&events=${own.map(({ id }) => id).join(',')}` };
}
