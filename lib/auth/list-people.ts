import type { Db } from '#lib/db/database.ts';
import { actorOfUser } from './actor-of-user.ts';
import type { LinkPurpose } from './one-time-link.ts';
import type { PersonItem } from './people.contract.ts';

type Row = {
  id: string;
  name: string;
  email: string;
  role: string;
  state: PersonItem['state'];
  secondFactor: boolean;
  lastSeenAt: Date | null;
  createdAt: Date;
  tokens: number;
  purpose: LinkPurpose | null;
  expiresAt: Date | null;
  open: boolean | null;
};

/** Everybody who has an account, by name and the deactivated last, with the last link made for them unless it was used. `you` is who asks. */
export async function listPeople(db: Db, you: string | null): Promise<PersonItem[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT u.id, u.name, u.email, u.role, u.created_at AS "createdAt", u.totp_since IS NOT NULL AS "secondFactor",
           CASE WHEN u.deactivated_at IS NOT NULL THEN 'deactivated'
                WHEN u.password_hash IS NULL THEN 'invited' ELSE 'active' END AS state,
           (SELECT max(last_seen_at) FROM session WHERE user_id = u.id) AS "lastSeenAt",
           (SELECT count(*)::int FROM api_token WHERE created_by = u.id AND ended_at IS NULL
                                                  AND (expires_at IS NULL OR expires_at > now())) AS tokens,
           l.purpose, l.expires_at AS "expiresAt", l.open
      FROM "user" u
      LEFT JOIN LATERAL (SELECT purpose, expires_at, expires_at > now() AS open, used_at
                           FROM one_time_link WHERE user_id = u.id ORDER BY id DESC LIMIT 1) l ON l.used_at IS NULL
     ORDER BY u.deactivated_at IS NOT NULL, lower(u.name), u.id`;
  return rows.map(({ purpose, expiresAt, open, role, ...row }) => ({
    ...row,
    role: actorOfUser({ ...row, role }).role,
    you: row.id === you,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    link: purpose && expiresAt ? { purpose, expiresAt: expiresAt.toISOString(), open: open === true } : null,
  }));
}
