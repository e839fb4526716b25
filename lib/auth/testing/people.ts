import { uuidv7 } from 'uuidv7';
import type { Db } from '#lib/db/database.ts';
import type { UserActor } from '../actor-of-user.ts';
import { hashPassword } from '../passwords.ts';
import type { RequestSource } from '../request-source.ts';
import type { Role } from '../roles.ts';

/** For tests: a made-up person with this password. */
export async function addPerson(
  db: Db,
  {
    email,
    password = 'correct horse battery',
    role = 'operator',
  }: { email: string; password?: string; role?: Role },
): Promise<UserActor> {
  const user = { id: uuidv7(), name: 'Ada Example', role };
  await db.user.create({ data: { ...user, email, passwordHash: await hashPassword(password) } });
  return { kind: 'user', ...user };
}

/** For tests: a request from this address. */
export function requestFrom(address: string): RequestSource {
  return { address, userAgent: 'Test browser', requestId: 'request-1' };
}
