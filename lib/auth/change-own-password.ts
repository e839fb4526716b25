import { recordAudit } from '#lib/audit/audit.ts';
import { AppError } from '#lib/errors.ts';
import { assertNotGuessable } from './assert-not-guessable.ts';
import { endSessions } from './end-sessions.ts';
import { lockUser } from './lock-user.ts';
import { endLinks } from './one-time-link.ts';
import type { OwnAccount } from './own-account.ts';
import { hashPassword } from './passwords.ts';
import { provePassword } from './prove-password.ts';

/**
 * Changes one's own password, for which the present one is asked. One's other sessions and open reset links end; gives
 * how many sessions. Throws INVALID (field `present` or `password`), TOO_MANY.
 */
export async function changeOwnPassword(
  account: OwnAccount,
  { present, password }: { present: string; password: string },
): Promise<{ sessionsEnded: number }> {
  const { db, actor, sessionToken, address, requestId } = account;
  const proof = await provePassword(account, present, 'present');
  if (password === present) {
    const message = 'This is your present password. Choose another one.';
    throw new AppError('INVALID', message, { fields: [{ field: 'password', message }] });
  }
  const { name, email } = await db.user.findUniqueOrThrow({ where: { id: actor.id } });
  await assertNotGuessable(password, [name, email]);
  const passwordHash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    proof.unchanged(await lockUser(tx, actor.id));
    await tx.user.update({ where: { id: actor.id }, data: { passwordHash } });
    await endLinks(tx, actor.id);
    const sessionsEnded = await endSessions(tx, actor.id, { except: sessionToken });
    await recordAudit(tx, {
      actor,
      address,
      requestId,
      action: 'user.password',
      subjectKind: 'user',
      subjectId: actor.id,
      after: { by: 'present password', sessionsEnded },
    });
    return { sessionsEnded };
  });
}
