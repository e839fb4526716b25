import { uuidv7 } from 'uuidv7';
import { systemActor } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import type { Env } from '#lib/env.ts';
import { hasUser, lockFirstAdmin } from './first-admin-lock.ts';
import { insertFirstAdmin } from './insert-first-admin.ts';
import { hashPassword } from './passwords.ts';

/** Makes the admin of ADMIN_EMAIL and ADMIN_PASSWORD when there is no user yet; true if it did. */
export async function ensureFirstAdmin(
  db: Db,
  env: Pick<Env, 'ADMIN_EMAIL' | 'ADMIN_PASSWORD'>,
): Promise<boolean> {
  if (!env.ADMIN_EMAIL || !env.ADMIN_PASSWORD || (await hasUser(db))) return false;
  const email = env.ADMIN_EMAIL.toLowerCase();
  const admin = { id: uuidv7(), name: email, email, passwordHash: await hashPassword(env.ADMIN_PASSWORD) };
  return db.$transaction(async (tx) => {
    await lockFirstAdmin(tx);
    if (await hasUser(tx)) return false;
    await insertFirstAdmin(tx, admin, systemActor('start'));
    return true;
  });
}
