import { AppError } from '#lib/errors.ts';
import type { LockedUser } from './lock-user.ts';
import type { OwnAccount } from './own-account.ts';
import { verifyPassword } from './passwords.ts';
import { countTry } from './throttle.ts';

/**
 * Asks somebody who is signed in for their password, so that a browser left open can't change how they get in. Gives
 * `unchanged`, to be asked once their row is held. Throws INVALID at `field`, TOO_MANY.
 */
export async function provePassword(
  { db, pool, actor }: OwnAccount,
  password: string,
  field: string,
): Promise<{ unchanged: (user: LockedUser) => void }> {
  const counted = await countTry(pool, 'ownPassword', actor.id);
  const user = await db.user.findUnique({ where: { id: actor.id }, select: { passwordHash: true } });
  const known = user?.passwordHash ?? null;
  if (!(await verifyPassword(known, password))) {
    await counted.failed();
    const message = 'This is not your password.';
    throw new AppError('INVALID', message, { fields: [{ field, message }] });
  }
  await counted.succeeded();
  return {
    unchanged: ({ passwordHash, deactivatedAt }) => {
      if (passwordHash === known && !deactivatedAt) return;
      throw new AppError('CONFLICT', 'Your account was changed elsewhere meanwhile. Sign in anew.');
    },
  };
}
