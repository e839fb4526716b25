import { databaseIsAway } from '#lib/records/database-is-away.ts';

/** What the system says where the server cannot be reached at all; Prisma has codes of its own for these. */
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** `databaseIsAway` for errors of the pool as well as of Prisma: trying the same again later may succeed. */
export function isAway(error: unknown): boolean {
  if (databaseIsAway(error)) return true;
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && systemCodes.has(error.code)
  );
}
