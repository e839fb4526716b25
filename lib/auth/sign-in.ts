import type { Pool } from 'pg';
import type { Db, Tx } from '#lib/db/database.ts';
import { orUnavailable } from '#lib/db/database-away.ts';
import { AppError } from '#lib/errors.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import { actorOfUser, type UserActor } from './actor-of-user.ts';
import { countCodeTry } from './count-code-try.ts';
import type { SignInInput } from './credentials.ts';
import { type LockedUser, lockUser } from './lock-user.ts';
import { verifyPassword } from './passwords.ts';
import type { RequestSource } from './request-source.ts';
import { startSession } from './sessions.ts';
import { type CodeKind, codeProblem, takeCode } from './take-code.ts';
import { addressKey, countTry } from './throttle.ts';

export type SignedIn = { token: string; user: UserActor; email: string };

type Context = { db: Db; pool: Pool; box: SecretBox };

/**
 * Checks an e-mail address, a password and, where the person has a second factor, a code, and begins a session; gives
 * the token for its cookie. All of it comes in one request, so that nobody is ever half signed in. Errors:
 * UNAUTHENTICATED (the same words and the same time for an unknown address, a wrong password, somebody invited who has
 * none yet, and a deactivated person; with the field `code` where only the code is missing or wrong), TOO_MANY,
 * UNAVAILABLE while the database is away.
 */
export function signIn(context: Context, input: SignInInput, source: RequestSource): Promise<SignedIn> {
  return orUnavailable(async () => {
    const user = await byPassword(context, input, source);
    const code = input.code || null;
    if (!user.totpSince || !code) return begin(context, user, null, source);
    const counted = await countCodeTry(context.pool, user.id, source.address);
    try {
      const signedIn = await begin(context, user, code, source);
      await counted.succeeded();
      return signedIn;
    } catch (error) {
      await counted.failed();
      throw error;
    }
  });
}

type Known = { id: string; email: string; passwordHash: string | null; totpSince: Date | null };

/** Who has this e-mail address and this password. Each try counts, for the account and for the network address. */
async function byPassword({ db, pool }: Context, input: SignInInput, source: RequestSource): Promise<Known> {
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
    throw notRight();
  }
  await Promise.all(tries.map((counted) => counted.succeeded()));
  return user;
}

/** Begins the session, with the person's row held: nothing that was just checked has changed meanwhile. */
function begin(
  { db, box }: Context,
  known: Known,
  code: string | null,
  source: RequestSource,
): Promise<SignedIn> {
  return db.$transaction(async (tx) => {
    const user = await lockUser(tx, known.id);
    if (user.deactivatedAt || user.passwordHash !== known.passwordHash) throw notRight();
    const proof = user.totpSince ? await proven(tx, box, user, code) : undefined;
    const actor = actorOfUser(user);
    const token = await startSession(tx, actor, source, proof);
    return { token, user: actor, email: user.email };
  });
}

async function proven(tx: Tx, box: SecretBox, user: LockedUser, code: string | null): Promise<CodeKind> {
  if (!code) throw codeProblem('UNAUTHENTICATED', 'Enter the code of your second factor.');
  const taken = await takeCode(tx, box, user, code);
  if ('refused' in taken) throw codeProblem('UNAUTHENTICATED', taken.refused);
  return taken.kind;
}

function notRight(): AppError {
  return new AppError('UNAUTHENTICATED', 'The e-mail address or the password is not right.');
}
