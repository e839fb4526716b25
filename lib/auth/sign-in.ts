import type { Pool } from 'pg';
import type { Db } from '#lib/db/database.ts';
import { orUnavailable } from '#lib/db/database-away.ts';
import { AppError } from '#lib/errors.ts';
import { actorOfUser, type UserActor } from './actor-of-user.ts';
import type { SignInInput } from './credentials.ts';
import { verifyPassword } from './passwords.ts';
import type { RequestSource } from './request-source.ts';
import { startSession } from './sessions.ts';
import { addressKey, countTry } from './throttle.ts';

export type SignedIn = { token: string; user: UserActor; email: string };

/**
 * Checks an e-mail address and password and begins a session; gives the token for its cookie. Errors: UNAUTHENTICATED
 * (the same words and the same time for an unknown address, a wrong password and a deactivated person), TOO_MANY,
 * UNAVAILABLE while the database is away.
 */
export function signIn(
  { db, pool }: { db: Db; pool: Pool },
  input: SignInInput,
  source: RequestSource,
): Promise<SignedIn> {
  return orUnavailable(async () => {
    const address = addressKey(source.address);
    // In this order, so that a blocked address no longer counts against the account.
    const tries = [
      await countTry(pool, 'address', address),
      await countTry(pool, 'accountHere', `${input.email} ${address}`),
      await countTry(pool, 'account', input.email),
    ];
    const user = await db.user.findUnique({ where: { email: input.email } });
    const right = await verifyPassword(user?.passwordHash ?? null, input.password);
    if (!user || !right || user.deactivatedAt) {
      await Promise.all(tries.map((counted) => counted.failed()));
      throw new AppError('UNAUTHENTICATED', 'The e-mail address or the password is not right.');
    }
    const actor = actorOfUser(user);
    const token = await db.$transaction((tx) => startSession(tx, actor, source));
    await Promise.all(tries.map((counted) => counted.succeeded()));
    return { token, user: actor, email: user.email };
  });
}
