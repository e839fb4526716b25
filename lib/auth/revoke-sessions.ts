import { recordAudit } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { browserWords } from './browser-words.ts';
import type { ChangeBy } from './change-by.ts';
import { allows } from './roles.ts';

/**
 * Ends one open session at once: an own one, or as an admin anybody's. Its live streams end within about a second.
 * Errors: NOT_FOUND, also where it is somebody else's.
 */
export async function revokeSession(db: Db, id: string, by: ChangeBy): Promise<void> {
  const whose = allows(by.actor.role, 'admin')
    ? Prisma.sql`true`
    : Prisma.sql`s.user_id = ${by.actor.id}::uuid`;
  const ended = await revoke(db, Prisma.sql`s.id = ${id}::uuid AND ${whose}`, by);
  if (ended === 0) throw new AppError('NOT_FOUND', 'This session is not open any more.');
}

/** Ends all sessions of the one who asks, but for the session `current`; gives how many it were. A token has none. */
export async function revokeOtherSessions(db: Db, current: string | null, by: ChangeBy): Promise<number> {
  if (by.actor.kind !== 'user' || current === null) return 0;
  return revoke(db, Prisma.sql`s.user_id = ${by.actor.id}::uuid AND s.id <> ${current}::uuid`, by);
}

type Ended = { id: string; name: string; address: string | null; userAgent: string | null };

function revoke(db: Db, which: Prisma.Sql, { actor, requestId, address }: ChangeBy): Promise<number> {
  return db.$transaction(async (tx) => {
    const ended = await tx.$queryRaw<Ended[]>`
      UPDATE session s SET ended_at = now() FROM "user" u
       WHERE u.id = s.user_id AND s.ended_at IS NULL AND s.expires_at > now() AND ${which}
      RETURNING s.id, u.name, s.address, s.user_agent AS "userAgent"`;
    for (const session of ended) {
      await recordAudit(tx, {
        actor,
        requestId,
        address,
        action: 'session.revoke',
        subjectKind: 'session',
        subjectId: session.id,
        before: { person: session.name, browser: browserWords(session.userAgent), address: session.address },
      });
    }
    return ended.length;
  });
}
