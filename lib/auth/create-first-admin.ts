import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Db } from '#lib/db/database.ts';
import { orUnavailable } from '#lib/db/database-away.ts';
import { AppError } from '#lib/errors.ts';
import { assertNotGuessable } from './assert-not-guessable.ts';
import type { FirstAdminInput } from './credentials.ts';
import { hasUser, lockFirstAdmin } from './first-admin-lock.ts';
import { isFirstRunCode } from './first-run-code.ts';
import { insertFirstAdmin } from './insert-first-admin.ts';
import { hashPassword } from './passwords.ts';
import type { RequestSource } from './request-source.ts';
import { addressKey, countTry } from './throttle.ts';

/**
 * Makes the first admin from the first-run page. Of any number at once one wins. Errors: CONFLICT once there is a
 * user, INVALID (field `code`) for a wrong code or (`password`) one that is guessed at once, TOO_MANY, UNAVAILABLE while
 * the database is away.
 */
export function createFirstAdmin(
  { db, pool }: { db: Db; pool: Pool },
  { code, name, email, password }: FirstAdminInput,
  source: RequestSource,
): Promise<void> {
  return orUnavailable(async () => {
    if (await hasUser(db)) throw alreadyThere();
    const counted = await countTry(pool, 'firstRun', addressKey(source.address));
    // Checked before the costly hash, and again under the lock.
    if (!(await isFirstRunCode(db, code))) {
      await counted.failed();
      throw (await hasUser(db)) ? alreadyThere() : wrongCode();
    }
    await counted.succeeded();
    await assertNotGuessable(password, [name, email]);
    const admin = { id: uuidv7(), name, email, passwordHash: await hashPassword(password) };
    await db.$transaction(async (tx) => {
      await lockFirstAdmin(tx);
      if (await hasUser(tx)) throw alreadyThere();
      if (!(await isFirstRunCode(tx, code))) throw wrongCode();
      await insertFirstAdmin(tx, admin, { kind: 'user', id: admin.id, name, role: 'admin' }, source);
    });
  });
}

function alreadyThere(): AppError {
  return new AppError(
    'CONFLICT',
    'The first admin was made already. Sign in, or ask that person for an account.',
  );
}

function wrongCode(): AppError {
  const message = 'This is not the code that was printed when Heliograph last started.';
  return new AppError('INVALID', message, { fields: [{ field: 'code', message }] });
}
