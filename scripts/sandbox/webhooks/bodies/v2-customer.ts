import type { Customer } from '../../enerflo/state/rows.ts';
import { type Envelope, v2Body } from './v2-envelope.ts';

/** `customer.created` (field facts 4.4). Some copies come `empty`: the id and nothing else. */
export function v2CustomerCreated(envelope: Envelope, customer: Customer, { empty = false } = {}): object {
  return v2Body('customer.created', envelope, {
    customer: empty ? { id: customer.uuid } : v2Customer(customer),
  });
}

/** `customer.updated.v2`: before and after. PHP writes an empty `changes` as `[]`. */
export function v2CustomerUpdated(envelope: Envelope, before: Customer, after: Customer): object {
  const previous = v2Customer(before);
  const current = v2Customer(after);
  const changed = Object.keys(current).filter(
    (key) => JSON.stringify(current[key]) !== JSON.stringify(previous[key]),
  );
  return v2Body('customer.updated.v2', envelope, {
    current,
    previous,
    changes: changed.length === 0 ? [] : Object.fromEntries(changed.map((key) => [key, current[key]])),
  });
}

/** ZIP codes come as numbers: those of New England lose their zero (field facts 4.3). */
function v2Customer(customer: Customer): Record<string, unknown> {
  const { street, city, state, zip } = customer;
  return {
    id: customer.uuid,
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.email,
    phone: customer.phone,
    mobile: customer.phone,
    address: {
      line1: street,
      line2: '',
      line3: '',
      city,
      state,
      postalCode: /^\d+$/.test(zip) ? Number(zip) : zip,
      fullAddress: `${street}, ${city}, ${state} ${zip}`,
      lat: customer.latitude,
      lng: customer.longitude,
    },
  };
}
