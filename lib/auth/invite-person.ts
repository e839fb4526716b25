import { uuidv7 } from 'uuidv7';
import { recordAudit } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import { sqlState } from '#lib/db/sql-state.ts';
import { AppError } from '#lib/errors.ts';
import type { ChangeBy } from './change-by.ts';
import { lockUser } from './lock-user.ts';
import { type MadeLink, makeLink } from './one-time-link.ts';
import type { Role } from './roles.ts';

const uniqueViolation = '23505';

/**
 * Adds a person with a role and no password, and makes the link by which they choose one. Throws CONFLICT (field
 * `email`) where the address has an account already.
 */
export async function invitePerson(
  db: Db,
  { name, email, role }: { name: string; email: string; role: Role },
  by: ChangeBy,
): Promise<{ id: string; link: MadeLink }> {
  const id = uuidv7();
  try {
    return await db.$transaction(async (tx) => {
      await tx.user.create({ data: { id, name, email, role } });
      const after = { name, email, role };
      await recordAudit(tx, { ...by, action: 'user.create', subjectKind: 'user', subjectId: id, after });
      return { id, link: await makeLink(tx, await lockUser(tx, id), by) };
    });
  } catch (error) {
    if (sqlState(error) === uniqueViolation) throw await taken(db, email);
    throw error;
  }
}

async function taken(db: Db, email: string): Promise<AppError> {
  const there = await db.user.findUnique({ where: { email } });
  const name = there?.name ?? 'somebody';
  const message = there?.deactivatedAt
    ? `${email} is the address of ${name}, who is deactivated. Reactivate that account instead.`
    : `${email} is the address of ${name}, who has an account already. Make a new link for that account instead.`;
  return new AppError('CONFLICT', message, { fields: [{ field: 'email', message }] });
}
