/** Made-up values that look random and are the same for the same seed. */
export type Seeded = {
  /** A whole number from `from` to `to`, both included. */
  int: (from: number, to: number) => number;
  /** A number with two decimals. */
  decimal: (from: number, to: number) => number;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  chars: (length: number, alphabet: string) => string;
  uuid: () => string;
  flag: () => boolean;
};

const hex = '0123456789abcdef';

export function seeded(seed: number): Seeded {
  let state = seed | 0;
  // mulberry32: small, and random enough for filler.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const chars = (length: number, alphabet: string) =>
    Array.from({ length }, () => alphabet[int(0, alphabet.length - 1)]).join('');
  return {
    int,
    chars,
    decimal: (from, to) => int(from * 100, to * 100) / 100,
    pick: (from) => from[int(0, from.length - 1)] ?? from[0],
    uuid: () => `${chars(8, hex)}-${chars(4, hex)}-4${chars(3, hex)}-a${chars(3, hex)}-${chars(12, hex)}`,
    flag: () => next() < 0.5,
  };
}
