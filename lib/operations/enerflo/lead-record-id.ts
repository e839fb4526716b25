import type { JsonObject } from '#lib/json.ts';

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
  const reach = plain(input, 'email') || plain(input, 'phone');
  return `heliograph-${hash([first, last, reach, address, zip].join('|'))}`;
}

function plain(input: JsonObject, key: string): string {
  const value = input[key];
  return typeof value === 'string'
    ? value
        .toLowerCase()
        .replace(/[\s.,#]+/g, ' ')
        .trim()
    : '';
}

/** FNV-1a in 128 bits, as 32 hex digits: short, the same in a browser and here, and collisions are out of reach. */
function hash(text: string): string {
  let state = 0x6c62272e07bb014262b821756295c58dn;
  for (const byte of new TextEncoder().encode(text)) {
    state = BigInt.asUintN(128, (state ^ BigInt(byte)) * 0x0000000001000000000000000000013bn);
  }
  return state.toString(16).padStart(32, '0');
}
