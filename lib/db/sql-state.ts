/**
 * The SQLSTATE of a database error, whether it comes from pg itself or wrapped by Prisma's adapter; null for errors
 * that are none (a lost connection, a time-out in the pool).
 */
export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('originalCode' in error && typeof error.originalCode === 'string') return error.originalCode;
  if (
    'code' in error &&
    typeof error.code === 'string' &&
    /^[0-9A-Z]{5}$/.test(error.code) &&
    !/^P\d{4}$/.test(error.code)
  ) {
    return error.code;
  }
  for (const key of ['meta', 'driverAdapterError', 'cause'] as const) {
    if (key in error) {
      const inner = sqlState((error as Record<typeof key, unknown>)[key]);
      if (inner) return inner;
    }
  }
  return null;
}
