import type { JsonObject } from '#lib/json.ts';
import { textOf } from '#lib/operations/read-answer.ts';

/** The name of a person in a row of Enerflo or in the fields of a record; null where it has none. */
export function personName(row: JsonObject): string | null {
  const first = textOf(row, 'first_name', 'firstName');
  const last = textOf(row, 'last_name', 'lastName');
  return joined(' ', first, last) ?? textOf(row, 'full_name', 'fullName', 'name');
}

/** Where a homeowner lives, as a line: `12 Elm St, Tucson, AZ`; null where nobody says. */
export function personAddress(row: JsonObject): string | null {
  const street = textOf(row, 'address.street', 'address.line1', 'address', 'street');
  const city = textOf(row, 'address.city', 'city');
  const state = textOf(row, 'address.state', 'state');
  return joined(', ', street, city, state) ?? textOf(row, 'address.full_address', 'fullAddress');
}

/** The parts that are there, joined; null where none is. */
export function joined(between: string, ...parts: (string | null | undefined)[]): string | null {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(between) || null;
}
