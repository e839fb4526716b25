import { recordAudit } from '#lib/audit/audit.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { ChangeBy } from './change-by.ts';
import { type LockedUser, lockUser } from './lock-user.ts';

/**
 * Switches off the second factor of somebody who lost it: an admin does that, having made sure who asks. Throws
 * NOT_FOUND, CONFLICT where there is none.
 */
export function endSecondFactorOf(db: Db, id: string, by: ChangeBy): Promise<void> {
  return db.$transaction(async (tx) => endSecondFactor(tx, await lockUser(tx, id), by));
}

/** The same of a person whose row is held. */
export async function endSecondFactor(tx: Tx, user: LockedUser, by: ChangeBy): Promise<void> {
  if (!user.totpSince) throw new AppError('CONFLICT', `${user.name} has no second factor switched on.`);
  const nothing = { totpSecret: null, totpSince: null, totpLastStep: null };
  await tx.user.update({ where: { id: user.id }, data: nothing });
  await tx.recoveryCode.deleteMany({ where: { userId: user.id } });
  await recordAudit(tx, {
    ...by,
    action: 'user.second-factor.off',
    subjectKind: 'user',
    subjectId: user.id,
    before: { secondFactor: true },
    after: { secondFactor: false },
  });
}
