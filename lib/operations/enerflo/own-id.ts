/** An id of ours for what these parts tell from others of its kind: the same parts always have the same id. */
export function ownId(...parts: string[]): string {
  return `heliograph-${hash(parts.join('|'))}`;
}

/** FNV-1a in 128 bits, as 32 hex digits: short, the same in a browser and here, and collisions are out of reach. */
function hash(text: string): string {
  let state = 0x6c62272e07bb014262b821756295c58dn;
  for (const byte of new TextEncoder().encode(text)) {
    state = BigInt.asUintN(128, (state ^ BigInt(byte)) * 0x0000000001000000000000000000013bn);
  }
  return state.toString(16).padStart(32, '0');
}
