import type { Change } from '../enerflo/state/change.ts';
import { v1CustomerEvent, v1CustomerNote } from './bodies/v1-customer.ts';
import { v2CustomerCreated, v2CustomerUpdated } from './bodies/v2-customer.ts';
import { type Due, envelopeOf, rowNow, second, soon, type Telling, v1, v2 } from './due.ts';

/**
 * `customer.created` comes two or three times within two seconds, and some copies are empty (field facts 7). Of a lead
 * with install only the essential webhook is sent.
 */
export function webhooksOfCustomer(
  telling: Telling,
  { id, before, after, by }: Extract<Change, { entity: 'customer' }>,
): Due[] {
  const { seen, random } = telling;
  const envelope = envelopeOf(telling, after.companyId, by === 'person' ? after.agentUserId : null);
  if (before) {
    const note = after.notes.length > before.notes.length ? after.notes.at(-1) : undefined;
    if (note) return [v1(telling, 'new_note', () => v1CustomerNote(after, note))];
    return [
      v1(telling, 'update_customer', () => v1CustomerEvent('update_customer', rowNow(seen.customers, id))),
      v2(telling, 'customer.updated.v2', after.uuid, () => v2CustomerUpdated(envelope, before, after)),
    ];
  }
  const first = v1(telling, 'new_customer', () =>
    v1CustomerEvent('new_customer', rowNow(seen.customers, id)),
  );
  if (by === 'lead-installs') return [first];
  const created = (copy: number): Due => {
    const empty = copy > 0 && random.chance(0.4);
    const delay = copy === 0 ? soon(random) : random.whole(800, 2 * second);
    // The customer as it was made: a copy is a copy.
    const body = () => v2CustomerCreated(envelope, after, { empty });
    return v2(telling, 'customer.created', after.uuid, body, delay);
  };
  return [first, ...Array.from({ length: random.whole(2, 3) }, (_, copy) => created(copy))];
}
