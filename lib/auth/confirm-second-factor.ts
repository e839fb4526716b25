import { recordAudit } from '#lib/audit/audit.ts';
import { AppError } from '#lib/errors.ts';
import { alreadyOn } from './begin-second-factor.ts';
import { countCodeTry } from './count-code-try.ts';
import { endSessions } from './end-sessions.ts';
import { lockUser } from './lock-user.ts';
import type { OwnAccount } from './own-account.ts';
import { provePassword } from './prove-password.ts';
import { writeRecoveryCodes } from './recovery-codes.ts';
import { codeProblem, takeCode } from './take-code.ts';

/**
 * Switches one's second factor on, once a code of the app and the password are right; gives the recovery codes, which
 * are shown this once. One's other sessions end: they were begun without a code. Throws INVALID (field `password` or
 * `code`), CONFLICT, TOO_MANY.
 */
export async function confirmSecondFactor(
  account: OwnAccount,
  { password, code }: { password: string; code: string },
): Promise<{ recoveryCodes: string[]; sessionsEnded: number }> {
  const { db, pool, box, actor, sessionToken, address, requestId } = account;
  const proof = await provePassword(account, password, 'password');
  const counted = await countCodeTry(pool, actor.id, address);
  const done = await db.$transaction(async (tx) => {
    const user = await lockUser(tx, actor.id);
    proof.unchanged(user);
    if (user.totpSince) throw alreadyOn();
    if (!user.totpSecret) throw new AppError('CONFLICT', 'Begin anew: there is no QR code to confirm.');
    const taken = await takeCode(tx, box, user, code);
    if ('refused' in taken) return taken;
    await tx.$executeRaw`UPDATE "user" SET totp_since = now() WHERE id = ${user.id}::uuid`;
    const recoveryCodes = await writeRecoveryCodes(tx, box, user.id);
    const sessionsEnded = await endSessions(tx, user.id, { except: sessionToken });
    await recordAudit(tx, {
      actor,
      address,
      requestId,
      action: 'user.second-factor.on',
      subjectKind: 'user',
      subjectId: user.id,
      before: { secondFactor: false },
      after: { secondFactor: true, sessionsEnded },
    });
    return { recoveryCodes, sessionsEnded };
  });
  if ('refused' in done) {
    await counted.failed();
    // There are no recovery codes yet that it could be.
    const isAppCode = /^\d{6}$/.test(code.replace(/\s/g, ''));
    throw codeProblem('INVALID', isAppCode ? done.refused : 'The code that your app shows has six digits.');
  }
  await counted.succeeded();
  return done;
}
