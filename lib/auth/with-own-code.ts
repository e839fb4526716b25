import type { Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import { countCodeTry } from './count-code-try.ts';
import { type LockedUser, lockUser } from './lock-user.ts';
import type { OwnAccount } from './own-account.ts';
import { provePassword } from './prove-password.ts';
import { codeProblem, takeCode } from './take-code.ts';

/** What is asked before one's second factor is changed: the password, and a code of the app or a recovery code. */
export type OwnProof = { password: string; code: string };

/**
 * Does `work` on one's own account after the password and a code of the second factor were right, in the transaction
 * that takes the code. Throws INVALID (field `password` or `code`), CONFLICT without a second factor, TOO_MANY.
 */
export async function withOwnCode<T>(
  account: OwnAccount,
  { password, code }: OwnProof,
  work: (tx: Tx, user: LockedUser) => Promise<T>,
): Promise<T> {
  const { db, pool, box, actor, address } = account;
  const proof = await provePassword(account, password, 'password');
  const counted = await countCodeTry(pool, actor.id, address);
  const done = await db.$transaction(async (tx) => {
    const user = await lockUser(tx, actor.id);
    proof.unchanged(user);
    if (!user.totpSince) throw new AppError('CONFLICT', 'You have no second factor switched on.');
    const taken = await takeCode(tx, box, user, code);
    return 'refused' in taken ? taken : { result: await work(tx, user) };
  });
  if ('refused' in done) {
    await counted.failed();
    throw codeProblem('INVALID', done.refused);
  }
  await counted.succeeded();
  return done.result;
}
