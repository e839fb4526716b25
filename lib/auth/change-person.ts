import { recordAudit } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import type { ChangeBy } from './change-by.ts';
import { lockAdmins } from './lock-admins.ts';
import { lockUser } from './lock-user.ts';
import type { Role } from './roles.ts';

/**
 * Changes a person's name or role; a new role counts from their next request. The audit log has what differs. Throws
 * NOT_FOUND, and CONFLICT where the last admin would lose the role.
 */
export async function changePerson(
  db: Db,
  id: string,
  wanted: { name?: string; role?: Role },
  by: ChangeBy,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const admins = await lockAdmins(tx);
    const user = await lockUser(tx, id);
    const { name = user.name, role = user.role } = wanted;
    if (name === user.name && role === user.role) return;
    if (role !== 'admin') await admins.keepOneBeside(user);
    await tx.user.update({ where: { id }, data: { name, role } });
    await recordAudit(tx, {
      ...by,
      action: 'user.change',
      subjectKind: 'user',
      subjectId: id,
      before: { name: user.name, role: user.role },
      after: { name, role },
    });
  });
}
