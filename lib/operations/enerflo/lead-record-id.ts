import type { JsonObject } from '#lib/json.ts';
import { looseText } from './loose-text.ts';
import { ownId } from './own-id.ts';

/**
 * An id of ours for a lead, the same whenever the same person at the same address is added (any account, any day), so
 * that a repeat updates instead of doubling. Null while name or address is missing. It tells nothing of the person; it
 * is no secret either.
 */
export function leadRecordId(input: JsonObject): string | null {
  const [first, last, address, zip] = ['first_name', 'last_name', 'address', 'zip'].map((key) =>
    plain(input, key),
  );
  if (!first || !last || !address || !zip) return null;
  const reach = reachOf(input);
  return ownId(first, last, reach, address, zip);
}

/** In an e-mail address every sign counts but its case: `j.doe@…` and `jdoe@…` may be two people of one household. */
function reachOf({ email, phone }: JsonObject): string {
  const reach = typeof email === 'string' && email !== '' ? email : phone;
  return typeof reach === 'string' ? reach.trim().toLowerCase() : '';
}

function plain(input: JsonObject, key: string): string {
  const value = input[key];
  // A last name of a dot alone stands for one that nobody knows; it is one all the same.
  return typeof value === 'string' ? looseText(value) || value.trim() : '';
}
