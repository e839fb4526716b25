import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { browserWords } from './browser-words.ts';
import type { SessionItem } from './sessions.contract.ts';

/** The open sessions of one person, used last first; `current` is the id of the one that asks. */
export async function sessionsOf(db: Db, personId: string, current: string | null): Promise<SessionItem[]> {
  const rows = await db.$queryRaw<SessionRow[]>`
    ${open} AND s.user_id = ${personId}::uuid ORDER BY s.last_seen_at DESC, s.id DESC`;
  return rows.map((row) => item(row, current));
}

/** A page of everybody's open sessions (or of one person's), begun last first. */
export async function listSessions(
  db: Db,
  { person, cursor, limit }: { person?: string; cursor?: string; limit: number },
  current: string | null,
): Promise<{ items: SessionItem[]; nextCursor: string | null }> {
  const whose = person ? Prisma.sql`AND s.user_id = ${person}::uuid` : Prisma.empty;
  const before = cursor ? Prisma.sql`AND s.id < ${cursor}::uuid` : Prisma.empty;
  const rows = await db.$queryRaw<SessionRow[]>`
    ${open} ${whose} ${before} ORDER BY s.id DESC LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit).map((row) => item(row, current));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

type SessionRow = {
  id: string;
  userId: string;
  name: string;
  email: string;
  address: string | null;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
};

const open = Prisma.sql`
  SELECT s.id, u.id AS "userId", u.name, u.email, s.address, s.user_agent AS "userAgent",
         s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt"
    FROM session s JOIN "user" u ON u.id = s.user_id
   WHERE s.ended_at IS NULL AND s.expires_at > now() AND u.deactivated_at IS NULL`;

function item(row: SessionRow, current: string | null): SessionItem {
  return {
    id: row.id,
    person: { id: row.userId, name: row.name, email: row.email },
    browser: browserWords(row.userAgent),
    address: row.address,
    startedAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    endsAt: row.expiresAt.toISOString(),
    current: row.id === current,
  };
}
