import type { Pool } from 'pg';
import { addressKey, type CountedTry, countTry } from './throttle.ts';

/**
 * Counts a try of a person's second factor before its code is looked at: for this person from this network address,
 * and for this person from wherever. Throws TOO_MANY.
 */
export async function countCodeTry(pool: Pool, userId: string, address: string | null): Promise<CountedTry> {
  // In this order, so that a blocked address no longer counts against the person.
  const tries = [
    await countTry(pool, 'codeHere', `${userId} ${addressKey(address)}`),
    await countTry(pool, 'code', userId),
  ];
  return {
    failed: async () => void (await Promise.all(tries.map((counted) => counted.failed()))),
    succeeded: async () => void (await Promise.all(tries.map((counted) => counted.succeeded()))),
  };
}
