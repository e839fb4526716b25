import type { JsonObject } from '#lib/json.ts';
import { looseText } from './loose-text.ts';
import { ownId } from './own-id.ts';

/**
 * An id of ours for a lead, the same whenever the same person at the same address is added (any account, any day), so
 * that a repeat updates instead of doubling. Null while name or address is missing. It tells nothing of the person; it
 * is no secret either. A unit that is told is of the address: a customer in Enerflo has one address, and the owner of
 * two units is two customers, or the second would take the place of the first.
 */
export function leadRecordId(input: JsonObject): string | null {
  const [first, last, zip] = ['first_name', 'last_name', 'zip'].map((key) => plain(input, key));
  const address = placeOf(input);
  if (!first || !last || !address || !zip) return null;
  const reach = reachOf(input);
  return ownId(first, last, reach, address, zip);
}

/** In an e-mail address every sign counts but its case: `j.doe@…` and `jdoe@…` may be two people of one household. */
function reachOf({ email, phone }: JsonObject): string {
  const reach = typeof email === 'string' && email !== '' ? email : phone;
  return typeof reach === 'string' ? reach.trim().toLowerCase() : '';
}

/** `12 Elm St` with the unit `4` is `12 Elm St #4`; without a unit the street alone. */
function placeOf(input: JsonObject): string {
  const [street, unit] = [plain(input, 'address'), plain(input, 'unit')];
  return street && unit ? looseText(`${street} ${unit}`) || street : street;
}

function plain(input: JsonObject, key: string): string {
  const value = input[key];
  // A last name of a dot alone stands for one that nobody knows; it is one all the same.
  return typeof value === 'string' ? looseText(value) || value.trim() : '';
}
