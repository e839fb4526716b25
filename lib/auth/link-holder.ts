import type { Pool } from 'pg';
import type { Db } from '#lib/db/database.ts';
import { orUnavailable } from '#lib/db/database-away.ts';
import { AppError } from '#lib/errors.ts';
import type { RequestSource } from './request-source.ts';
import { secretTokenHash } from './secret-token.ts';
import { addressKey, countTry } from './throttle.ts';

/** A one-time link that counts, and whom it is for. */
export type LinkHolder = { linkId: string; userId: string; purpose: string; name: string; email: string };

/**
 * Whose one-time link this is. Throws NOT_FOUND for one that does not count (unknown, used, ended, of somebody
 * deactivated), with what to do about it, and TOO_MANY after many of those from one network address.
 */
export function linkHolder(
  { db, pool }: { db: Db; pool: Pool },
  token: string,
  source: RequestSource,
): Promise<LinkHolder> {
  return orUnavailable(async () => {
    const counted = await countTry(pool, 'link', addressKey(source.address));
    const [row] = await db.$queryRaw<
      (LinkHolder & { used: boolean; ended: boolean; deactivated: boolean })[]
    >`
      SELECT l.id AS "linkId", u.id AS "userId", l.purpose, u.name, u.email, l.used_at IS NOT NULL AS used,
             l.expires_at <= now() AS ended, u.deactivated_at IS NOT NULL AS deactivated
        FROM one_time_link l JOIN "user" u ON u.id = l.user_id
       WHERE l.token_hash = ${secretTokenHash(token)}`;
    if (!row || row.used || row.ended || row.deactivated) {
      await counted.failed();
      if (row?.used) throw usedLink();
      throw row?.ended || row?.deactivated ? endedLink() : unknownLink();
    }
    await counted.succeeded();
    const { linkId, userId, purpose, name, email } = row;
    return { linkId, userId, purpose, name, email };
  });
}

export function usedLink(): AppError {
  return new AppError(
    'NOT_FOUND',
    'This link was used already: a password was chosen with it. Sign in with that password. If it was not you, tell an admin at once.',
  );
}

export function endedLink(): AppError {
  return new AppError(
    'NOT_FOUND',
    'This link has ended. A link counts for a limited time, and a new one ends the one before. Ask an admin for a new link.',
  );
}

function unknownLink(): AppError {
  return new AppError(
    'NOT_FOUND',
    'This link is not known here. Open the whole link as it was sent to you, or ask an admin for a new one.',
  );
}
