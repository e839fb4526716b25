import type { Route } from 'next';
import type { EventItem } from '#lib/events/events.contract.ts';

/** More ids than these make an address too long for some browsers and proxies. */
const mostEvents = 150;

/**
 * Where something is done in Enerflo for what these events are about; null where none is of an Enerflo account, they
 * are of several, or they are too many.
 */
export function manyAddress(
  events: readonly Pick<EventItem, 'id' | 'source' | 'connectionId'>[],
): Route | null {
  const own = events.filter(({ source }) => source === 'enerflo');
  const accounts = new Set(own.map(({ connectionId }) => connectionId));
  const [account] = accounts;
  if (account === undefined || accounts.size > 1 || own.length > mostEvents) return null;
  return `/bulk/new?account=${account}&events=${own.map(({ id }) => id).join(',')}`;
}
