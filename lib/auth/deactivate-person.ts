import { recordAudit } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { ChangeBy } from './change-by.ts';
import { endSessions } from './end-sessions.ts';
import { lockAdmins } from './lock-admins.ts';
import { lockUser } from './lock-user.ts';
import { endLinks } from './one-time-link.ts';

/**
 * Shuts a person out: their sessions and links end in the same moment. What they did stays under their name. Throws
 * NOT_FOUND, CONFLICT for the last admin and for somebody deactivated already.
 */
export async function deactivatePerson(db: Db, id: string, by: ChangeBy): Promise<void> {
  await db.$transaction(async (tx) => {
    const admins = await lockAdmins(tx);
    const user = await lockUser(tx, id);
    if (user.deactivatedAt) throw new AppError('CONFLICT', `${user.name} is deactivated already.`);
    await admins.keepOneBeside(user);
    await tx.$executeRaw`UPDATE "user" SET deactivated_at = now() WHERE id = ${id}::uuid`;
    await endLinks(tx, id);
    const sessionsEnded = await endSessions(tx, id);
    await recordAudit(tx, {
      ...by,
      action: 'user.deactivate',
      subjectKind: 'user',
      subjectId: id,
      before: { state: user.passwordHash === null ? 'invited' : 'active' },
      after: { state: 'deactivated', sessionsEnded },
    });
  });
}
