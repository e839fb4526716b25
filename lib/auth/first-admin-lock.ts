import type { Db, Tx } from '#lib/db/database.ts';

/** The number of the advisory lock under which the first user is made. */
const lockNumber = 7_143_705;

/** Holds the lock until the transaction ends, so that of two first admins at once one waits and sees the other. */
export async function lockFirstAdmin(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lockNumber}::bigint)`;
}

/** Whether anybody has an account; without one the console is in its first run. */
export async function hasUser(db: Db | Tx): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) !== null;
}
