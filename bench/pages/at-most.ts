import type { Aim } from '../bench.ts';

/** A figure that should not be above its aim, rounded to a tenth. */
export function atMost(name: string, value: number, aim: number): Aim {
  const rounded = Math.round(value * 10) / 10;
  return { name, value: rounded, aim, met: rounded <= aim, kind: 'absolute' };
}

/** The same for what depends on the product alone and not on the machine: missed, it is a fault. */
export function promised(name: string, value: number, aim: number): Aim {
  return { ...atMost(name, value, aim), promise: true };
}
