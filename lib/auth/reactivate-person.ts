import { recordAudit } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { ChangeBy } from './change-by.ts';
import { lockUser } from './lock-user.ts';

/**
 * Lets a deactivated person in again, with the password and second factor they had; ended sessions and links stay
 * ended. Throws NOT_FOUND, CONFLICT where they are not deactivated.
 */
export async function reactivatePerson(db: Db, id: string, by: ChangeBy): Promise<void> {
  await db.$transaction(async (tx) => {
    const user = await lockUser(tx, id);
    if (!user.deactivatedAt) throw new AppError('CONFLICT', `${user.name} is not deactivated.`);
    await tx.user.update({ where: { id }, data: { deactivatedAt: null } });
    await recordAudit(tx, {
      ...by,
      action: 'user.reactivate',
      subjectKind: 'user',
      subjectId: id,
      before: { state: 'deactivated' },
      after: { state: user.passwordHash === null ? 'invited' : 'active' },
    });
  });
}
