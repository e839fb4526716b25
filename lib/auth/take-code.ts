import type { Tx } from '#lib/db/database.ts';
import { AppError, type ErrorCode } from '#lib/errors.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import type { LockedUser } from './lock-user.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { totpStep } from './totp.ts';

/** By what somebody proved the second factor. */
export type CodeKind = 'app code' | 'recovery code';

/**
 * Takes a code of a person's second factor: six digits of the app, or a recovery code. Each is taken once: of an app's
 * codes only one newer than the last, whoever tries it again and however many at a time (the row is locked). `refused`
 * says in words why it was not taken.
 */
export async function takeCode(
  tx: Tx,
  box: SecretBox,
  user: Pick<LockedUser, 'id' | 'totpSecret' | 'totpLastStep' | 'now'>,
  typed: string,
): Promise<{ kind: CodeKind } | { refused: string }> {
  const digits = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) {
    if (await takeRecoveryCode(tx, box, user.id, typed)) return { kind: 'recovery code' };
    return { refused: 'This is neither a code of your app nor a recovery code that is still unused.' };
  }
  const step = user.totpSecret && totpStep(openTotpSecret(box, user.totpSecret, user.id), digits, user.now);
  if (step === null) {
    return {
      refused:
        'The code is not right. Take the one your app shows now; if it is refused again, check the clock of your phone.',
    };
  }
  if (user.totpLastStep !== null && step <= user.totpLastStep) {
    return { refused: 'This code was used already. Wait for the next one, at most 30 seconds.' };
  }
  await tx.$executeRaw`UPDATE "user" SET totp_last_step = ${step}::bigint WHERE id = ${user.id}::uuid`;
  return { kind: 'app code' };
}

/** The secret of an authenticator app, sealed for the row of this person. */
export function sealTotpSecret(box: SecretBox, secret: string, userId: string): Uint8Array<ArrayBuffer> {
  return box.seal(secret, contextOf(userId));
}

function openTotpSecret(box: SecretBox, sealed: Uint8Array, userId: string): string {
  return box.open(sealed, contextOf(userId));
}

function contextOf(userId: string): string {
  return `user.totp_secret ${userId}`;
}

/** The error that asks for a code, or says what is wrong with the one given: at the field `code`. */
export function codeProblem(code: ErrorCode, message: string): AppError {
  return new AppError(code, message, { fields: [{ field: 'code', message }] });
}
