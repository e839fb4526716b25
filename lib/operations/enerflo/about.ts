import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { textOf } from '../read-answer.ts';

/** Whom a customer's row is about, as a line: `Lynn Kasper, 12 Elm St, Tucson`; null where it tells nobody. */
export function aboutCustomer(row: JsonObject): string | null {
  const parts = [
    nameOf(row),
    textOf(row, 'address.street', 'address.line1', 'address'),
    textOf(row, 'address.city', 'city'),
  ];
  return parts.filter((part) => part !== null).join(', ') || null;
}

/** Whom an install is about, by the customer inside it. */
export function aboutInstall(row: JsonObject): string | null {
  return isJsonObject(row.customer) ? aboutCustomer(row.customer) : null;
}

/** The name of a customer or a user. */
export function nameOf(row: JsonObject): string | null {
  const parts = [textOf(row, 'first_name', 'firstName'), textOf(row, 'last_name', 'lastName')];
  return parts.filter((part) => part !== null).join(' ') || textOf(row, 'full_name', 'name');
}
