import { numbersFrom } from '../shared/numbers-from.ts';

/** Chance that comes out the same for the same seed. */
export type Random = {
  /** A whole number from `least` to `most`, both included. */
  whole: (least: number, most: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(choices: readonly [T, ...T[]]) => T;
  /** A further one, which does not depend on how often this one was asked. */
  branch: (name: string) => Random;
};

export function randomFrom(seed: number): Random {
  const next = numbersFrom(seed);
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
    branch: (name) => randomFrom(seed ^ numberOf(name)),
  };
}

/** FNV-1a: another number for another name. */
function numberOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
