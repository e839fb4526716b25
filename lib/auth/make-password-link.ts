import type { Db } from '#lib/db/database.ts';
import type { ChangeBy } from './change-by.ts';
import { lockUser } from './lock-user.ts';
import { type MadeLink, makeLink } from './one-time-link.ts';

/** A new link for a person: their invitation anew, or a reset of the password. Throws NOT_FOUND, CONFLICT (deactivated). */
export function makePasswordLink(db: Db, id: string, by: ChangeBy): Promise<MadeLink> {
  return db.$transaction(async (tx) => makeLink(tx, await lockUser(tx, id), by));
}
