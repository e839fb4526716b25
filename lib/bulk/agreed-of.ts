import { z } from 'zod';

const codes = z.array(z.string()).catch([]);

/** Codes of the side effects that were agreed to, as the table keeps them. */
export function agreedOf(stored: unknown): string[] {
  return codes.parse(stored ?? []);
}
