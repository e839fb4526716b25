import { recordAudit } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import { endSecondFactor } from './end-second-factor.ts';
import type { OwnAccount } from './own-account.ts';
import { writeRecoveryCodes } from './recovery-codes.ts';
import { type OwnProof, withOwnCode } from './with-own-code.ts';

/** Since when one's second factor is on (null: off), and how many recovery codes are still unused. */
export async function ownSecondFactor(
  db: Db,
  userId: string,
): Promise<{ since: Date | null; recoveryCodesLeft: number }> {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { totpSince: true } });
  const recoveryCodesLeft = await db.recoveryCode.count({ where: { userId, usedAt: null } });
  return { since: user.totpSince, recoveryCodesLeft };
}

/** Ten new recovery codes in place of all before, shown this once. Errors: those of `withOwnCode`. */
export function renewRecoveryCodes(account: OwnAccount, proof: OwnProof): Promise<string[]> {
  const { box, actor, address, requestId } = account;
  return withOwnCode(account, proof, async (tx, user) => {
    const left = await tx.recoveryCode.count({ where: { userId: user.id, usedAt: null } });
    const codes = await writeRecoveryCodes(tx, box, user.id);
    await recordAudit(tx, {
      actor,
      address,
      requestId,
      action: 'user.recovery-codes',
      subjectKind: 'user',
      subjectId: user.id,
      before: { unused: left },
      after: { unused: codes.length },
    });
    return codes;
  });
}

/** Switches one's second factor off. Errors: those of `withOwnCode`. */
export function switchOffSecondFactor(account: OwnAccount, proof: OwnProof): Promise<void> {
  return withOwnCode(account, proof, (tx, user) => endSecondFactor(tx, user, account));
}
