import { AppError } from '#lib/errors.ts';
import { lockUser } from './lock-user.ts';
import type { OwnAccount } from './own-account.ts';
import { sealTotpSecret } from './take-code.ts';
import { makeTotpSecret, totpAddress } from './totp.ts';

/**
 * Makes a secret for one's authenticator app: as text, and as the address that the QR code holds. It is shown this once
 * and counts only when `confirmSecondFactor` has seen a code of it; beginning anew makes another. Throws CONFLICT
 * where a second factor is on already.
 */
export function beginSecondFactor({ db, box, actor }: OwnAccount): Promise<{ secret: string; url: string }> {
  return db.$transaction(async (tx) => {
    const user = await lockUser(tx, actor.id);
    if (user.totpSince) throw alreadyOn();
    const secret = makeTotpSecret();
    const totpSecret = sealTotpSecret(box, secret, user.id);
    await tx.user.update({ where: { id: user.id }, data: { totpSecret, totpLastStep: null } });
    return { secret, url: totpAddress(secret, user.email) };
  });
}

export function alreadyOn(): AppError {
  return new AppError('CONFLICT', 'Your second factor is on already. Switch it off first to set up another.');
}
