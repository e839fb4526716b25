/**
 * The SQLSTATE of a database error, whether it comes from pg itself or wrapped by Prisma's adapter; null for errors
 * that are none (a lost connection, a time-out in the pool).
 */
export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  for (const key of ['originalCode', 'code']) {
    const code: unknown = Reflect.get(error, key);
    if (typeof code === 'string' && isSqlState(code)) return code;
  }
  for (const key of ['meta', 'driverAdapterError', 'cause']) {
    const inner = sqlState(Reflect.get(error, key));
    if (inner) return inner;
  }
  return null;
}

/** Five letters or digits, a digit among them (EPIPE is none), and not one of Prisma's own codes (P2010). */
function isSqlState(code: string): boolean {
  return /^(?=.*\d)[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code);
}
