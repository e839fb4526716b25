import { uuidv7 } from 'uuidv7';
import { recordAudit } from '#lib/audit/audit.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { actorOfUser, type UserActor } from './actor-of-user.ts';
import { sessionLimits } from './limits.ts';
import type { RequestSource } from './request-source.ts';
import { makeSecretToken, secretTokenHash } from './secret-token.ts';

/** A session that counts, and whose it is, as the tables say at this moment. */
export type CurrentSession = { id: string; email: string; user: UserActor };

const { idleHours, longestDays, touchSeconds } = sessionLimits;

/**
 * Begins a session of `user` and gives the token for the cookie, which is kept nowhere: the table has its hash. The
 * audit log keeps by what the second factor was proven, where there is one.
 */
export async function startSession(
  tx: Tx,
  user: UserActor,
  source: RequestSource,
  secondFactor?: string,
): Promise<string> {
  const token = makeSecretToken();
  const id = uuidv7();
  await tx.$executeRaw`
    INSERT INTO session (id, token_hash, user_id, expires_at, address, user_agent)
    VALUES (${id}::uuid, ${secretTokenHash(token)}, ${user.id}::uuid,
            now() + make_interval(hours => ${idleHours}::int), ${source.address}, ${source.userAgent})`;
  const { address, requestId } = source;
  await recordAudit(tx, {
    actor: user,
    action: 'session.start',
    subjectKind: 'session',
    subjectId: id,
    after: secondFactor ? { secondFactor } : undefined,
    requestId,
    address,
  });
  return token;
}

/**
 * The session of a cookie's token, or null: unknown, ended, expired, or its person deactivated. Asked anew for each
 * request, so that ending one counts at once. Using it moves its end, up to `longestDays` after it began.
 */
export async function sessionFromToken(db: Db | Tx, token: string): Promise<CurrentSession | null> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT s.id, s.user_id AS "userId", u.name, u.email, u.role,
           s.last_seen_at < now() - make_interval(secs => ${touchSeconds}::int) AS untouched
      FROM session s JOIN "user" u ON u.id = s.user_id
     WHERE s.token_hash = ${secretTokenHash(token)}
       AND s.ended_at IS NULL AND s.expires_at > now() AND u.deactivated_at IS NULL`;
  if (!row) return null;
  if (row.untouched) await touchSession(db, row.id);
  const { id, userId, name, email, role } = row;
  return { id, email, user: actorOfUser({ id: userId, name, role }) };
}

type SessionRow = {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: string;
  untouched: boolean;
};

async function touchSession(db: Db | Tx, id: string): Promise<void> {
  await db.$executeRaw`
    UPDATE session
       SET last_seen_at = now(),
           expires_at = least(now() + make_interval(hours => ${idleHours}::int),
                              created_at + make_interval(days => ${longestDays}::int))
     WHERE id = ${id}::uuid AND ended_at IS NULL
       AND last_seen_at < now() - make_interval(secs => ${touchSeconds}::int)`;
}

/** Ends the session of this token; nothing happens if it does not count any more. */
export async function endSession(
  db: Db,
  token: string,
  { address, requestId }: RequestSource,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const session = await sessionFromToken(tx, token);
    if (!session) return;
    const ended = await tx.$executeRaw`
      UPDATE session SET ended_at = now() WHERE id = ${session.id}::uuid AND ended_at IS NULL`;
    if (ended === 0) return;
    const { id, user: actor } = session;
    await recordAudit(tx, {
      actor,
      action: 'session.end',
      subjectKind: 'session',
      subjectId: id,
      requestId,
      address,
    });
  });
}
