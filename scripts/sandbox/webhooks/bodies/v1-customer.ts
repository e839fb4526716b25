import { countyOf } from '../../day/places.ts';
import type { Customer } from '../../enerflo/state/rows.ts';
import { timestamps, writtenPhone } from './stamps.ts';

/** A customer as 1.0 tells it, alone or inside an install (field facts 4.5). Its numbers of place are strings. */
export function v1Customer(customer: Customer): object {
  const { firstName, lastName, street, city, state, zip } = customer;
  return {
    id: customer.id,
    external_id: customer.recordId,
    first_name: firstName,
    last_name: lastName,
    full_name: `${firstName} ${lastName}`,
    email: customer.email,
    phone: writtenPhone(customer.phone),
    address: {
      street,
      city,
      state,
      zip,
      county: countyOf(city, state),
      full_address: `${street}, ${city}, ${state} ${zip}`,
      latitude: customer.latitude === null ? null : String(customer.latitude),
      longitude: customer.longitude === null ? null : String(customer.longitude),
    },
    customer_timezone: customer.timezone,
    lead_source: customer.leadSource ?? '',
    status: customer.status,
    timestamps: timestamps(customer),
  };
}

/** `new_customer`, `update_customer`. */
export function v1CustomerEvent(name: 'new_customer' | 'update_customer', customer: Customer): object {
  return { webhook_event: name, ...v1Customer(customer) };
}

/** `new_note`: only its name is documented; the likeliest shape is that of `new_install_note`. */
export function v1CustomerNote(customer: Customer, note: Customer['notes'][number]): object {
  return {
    webhook_event: 'new_note',
    id: note.id,
    note: note.text,
    user_id: note.userId,
    customer_id: customer.id,
    timestamps: timestamps({ createdAt: note.createdAt, updatedAt: note.createdAt }),
  };
}
