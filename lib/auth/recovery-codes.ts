import { uuidv7 } from 'uuidv7';
import type { Tx } from '#lib/db/database.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import { recoveryCodeCount } from './limits.ts';
import { canonicalCode, makeReadableCode } from './readable-code.ts';

/**
 * New recovery codes of a person, in place of all before: 50 random bits each, as `7K2M9-QXT0V`. They are given back
 * once; the table has their keyed hashes, of which nobody guesses a code without SECRET_KEY.
 */
export async function writeRecoveryCodes(tx: Tx, box: SecretBox, userId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    makeReadableCode({ groups: 2, groupLength: 5 }),
  );
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: uuidv7(), userId, codeHash: hashOf(box, userId, code) })),
  });
  return codes;
}

/** Uses up a recovery code, however it was typed; false if this person has none such, or has used it. */
export async function takeRecoveryCode(
  tx: Tx,
  box: SecretBox,
  userId: string,
  typed: string,
): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE recovery_code SET used_at = now()
     WHERE user_id = ${userId}::uuid AND code_hash = ${hashOf(box, userId, typed)} AND used_at IS NULL`;
  return taken > 0;
}

function hashOf(box: SecretBox, userId: string, code: string): Uint8Array<ArrayBuffer> {
  return box.mac('recovery-code', `${userId} ${canonicalCode(code)}`);
}
