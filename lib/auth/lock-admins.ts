import type { Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { LockedUser } from './lock-user.ts';

/** The number of the advisory lock under which an admin may stop being one. */
const lockNumber = 7_143_706;

/**
 * Refuses (CONFLICT) to take the admin role or the account from the last person who can act as admin. Whoever is only
 * invited cannot, and does not count. Holds a lock until the transaction ends, so that two admins who demote each other
 * at the same moment do it one after the other. To be called before the row of the person is locked.
 */
export async function lockAdmins(tx: Tx): Promise<{ keepOneBeside: (user: LockedUser) => Promise<void> }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lockNumber}::bigint)`;
  return {
    keepOneBeside: async (user) => {
      if (user.role !== 'admin' || user.deactivatedAt || user.passwordHash === null) return;
      const other = await tx.user.findFirst({
        where: { role: 'admin', deactivatedAt: null, passwordHash: { not: null }, id: { not: user.id } },
        select: { id: true },
      });
      if (!other) throw lastAdmin(user.name);
    },
  };
}

function lastAdmin(name: string): AppError {
  return new AppError(
    'CONFLICT',
    `${name} is the only admin who can sign in. Make somebody else an admin first: without one nobody could manage people any more.`,
  );
}
