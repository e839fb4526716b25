import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { roleNow } from './api-token.ts';
import type { TokenItem } from './tokens.contract.ts';

/** A page of the API tokens, newest first, those that ended included. */
export async function listTokens(
  db: Db,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ items: TokenItem[]; nextCursor: string | null }> {
  const before = cursor ? Prisma.sql`WHERE t.id < ${cursor}::uuid` : Prisma.empty;
  const rows = await db.$queryRaw<TokenRow[]>`${columns} ${before} ORDER BY t.id DESC LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit).map(item);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One token as the list has it. Throws if there is none. */
export async function getToken(db: Db | Tx, id: string): Promise<TokenItem> {
  const [row] = await db.$queryRaw<TokenRow[]>`${columns} WHERE t.id = ${id}::uuid`;
  if (!row) throw new Error(`no token ${id}`);
  return item(row);
}

type TokenRow = {
  id: string;
  name: string;
  role: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  endedAt: Date | null;
  expired: boolean;
  makerId: string | null;
  makerName: string | null;
  makerRole: string | null;
  makerAway: boolean;
};

const columns = Prisma.sql`
  SELECT t.id, t.name, t.role, t.created_at AS "createdAt", t.expires_at AS "expiresAt",
         t.last_used_at AS "lastUsedAt", t.ended_at AS "endedAt", coalesce(t.expires_at <= now(), false) AS expired,
         u.id AS "makerId", u.name AS "makerName", u.role AS "makerRole", u.deactivated_at IS NOT NULL AS "makerAway"
    FROM api_token t LEFT JOIN "user" u ON u.id = t.created_by`;

function item(row: TokenRow): TokenItem {
  const now = roleNow(row.role, row.makerRole);
  return {
    id: row.id,
    name: row.name,
    role: roleNow(row.role, null),
    roleNow: now,
    state: row.endedAt ? 'ended' : row.expired ? 'expired' : row.makerAway ? 'stopped' : 'active',
    createdBy: row.makerId && row.makerName ? { id: row.makerId, name: row.makerName } : null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
