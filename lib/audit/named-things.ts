import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/** Everything an entry can be about that has a name, and its present name. */
const named = Prisma.sql`
  SELECT id, name, name || ' ' || email AS found_by FROM "user"
  UNION ALL SELECT id, name, name FROM api_token
  UNION ALL SELECT id, name, name FROM connection
  UNION ALL SELECT id, name, name FROM flow
  UNION ALL SELECT id, name, name FROM destination
  UNION ALL SELECT id, name, name FROM saved_view`;

/** Things without a name of their own, called by what they belong to. */
const belonging = Prisma.sql`
  SELECT s.id, u.name FROM session s JOIN "user" u ON u.id = s.user_id
  UNION ALL SELECT e.id, c.name FROM endpoint e JOIN connection c ON c.id = e.connection_id`;

/** The present names of these things, by their ids; what has none is left out. Ids that are none are passed over. */
export async function namesOf(db: Db | Tx, ids: (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null).filter(isUuid))];
  if (asked.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM (${named}) named WHERE id = ANY(${asked}::uuid[])
    UNION ALL SELECT id, name FROM (${belonging}) belonging WHERE id = ANY(${asked}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const mostFound = 200;

/** The ids of the things whose name, or whose person's e-mail address, holds this text; at most 200. */
export async function idsNamed(db: Db | Tx, text: string): Promise<string[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${named}) named WHERE found_by ILIKE ${pattern} ORDER BY id LIMIT ${mostFound}`;
  return rows.map(({ id }) => id);
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
