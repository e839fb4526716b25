import { uuidv7 } from 'uuidv7';
import type { Database, Db } from '#lib/db/database.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import type { UserActor } from '../actor-of-user.ts';
import type { OwnAccount } from '../own-account.ts';
import { hashPassword } from '../passwords.ts';
import type { RequestSource } from '../request-source.ts';
import type { Role } from '../roles.ts';
import { startSession } from '../sessions.ts';

/** For tests: a made-up person with this password; null for somebody who was only invited. */
export async function addPerson(
  db: Db,
  {
    email,
    password = 'correct horse battery',
    role = 'operator',
  }: { email: string; password?: string | null; role?: Role },
): Promise<UserActor> {
  const user = { id: uuidv7(), name: 'Ada Example', role };
  const passwordHash = password === null ? null : await hashPassword(password);
  await db.user.create({ data: { ...user, email, passwordHash } });
  return { kind: 'user', ...user };
}

/** For tests: a request from this address. */
export function requestFrom(address: string): RequestSource {
  return { address, userAgent: 'Test browser', requestId: 'request-1' };
}

/** For tests: this person's account, as it is changed from a browser of theirs that has just signed in. */
export async function accountOf(
  { db, pool }: Database,
  box: SecretBox,
  actor: UserActor,
  address = '203.0.113.7',
): Promise<OwnAccount> {
  const sessionToken = await db.$transaction((tx) => startSession(tx, actor, requestFrom(address)));
  return { db, pool, box, actor, sessionToken, address, requestId: 'request-1' };
}
