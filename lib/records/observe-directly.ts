import type { Tx } from '#lib/db/database.ts';
import { storeObservations } from './store-observations.ts';
import type { Effect, Told } from './told.ts';

/** What was learnt of a record otherwise than by an event. */
export type DirectObservation = Pick<
  Told,
  'connectionId' | 'kind' | 'externalId' | 'arrivedAt' | 'clock' | 'fields'
> & { origin: 'fetch' | 'write' | 'import' };

/**
 * Keeps what a fetch, a write of our own or an import says of a record, by the same rules as an event, in the caller's
 * transaction; the record stays locked until that ends. `arrivedAt` is by the database's clock, `clock` the source's
 * own time of this state or null. Gives what it did to the record. Unlike an event it is heard anew at every call.
 */
export async function recordObservation(tx: Tx, observation: DirectObservation): Promise<Effect> {
  const [effect] = await storeObservations(tx, [{ ...observation, main: true, eventId: null }]);
  if (!effect) throw new Error('an observation had no effect');
  return effect;
}
