import { uuidv7 } from 'uuidv7';
import { type Actor, recordAudit } from '#lib/audit/audit.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { isRole, type Role } from './roles.ts';
import { makeSecretToken, secretTokenHash } from './secret-token.ts';

const prefix = 'hg_';

/**
 * Makes an API token with a role and, if wanted, an end. The token is given back once and never again: the table
 * has its hash.
 */
export async function createApiToken(
  tx: Tx,
  input: { name: string; role: Role; expiresAt?: Date | null },
  actor: Actor,
): Promise<{ id: string; token: string }> {
  const token = prefix + makeSecretToken();
  const id = uuidv7();
  const { name, role, expiresAt } = input;
  await tx.apiToken.create({
    data: {
      id,
      name,
      role,
      expiresAt,
      tokenHash: secretTokenHash(token),
      createdBy: actor.kind === 'user' ? actor.id : null,
    },
  });
  const after = { name, role, expiresAt: expiresAt?.toISOString() ?? null };
  await recordAudit(tx, { actor, action: 'token.create', subjectKind: 'token', subjectId: id, after });
  return { id, token };
}

/** Whom an API token stands for, or null: unknown, ended or past its end. Its last use is kept to the minute. */
export async function actorFromApiToken(db: Db | Tx, token: string): Promise<Actor | null> {
  if (!token.startsWith(prefix)) return null;
  const [row] = await db.$queryRaw<{ id: string; name: string; role: string; unmarked: boolean }[]>`
    SELECT id, name, role, last_used_at IS NULL OR last_used_at < now() - interval '1 minute' AS unmarked
      FROM api_token
     WHERE token_hash = ${secretTokenHash(token)} AND ended_at IS NULL AND (expires_at IS NULL OR expires_at > now())`;
  if (!row) return null;
  if (!isRole(row.role)) throw new Error(`unknown role ${row.role}`);
  if (row.unmarked)
    await db.$executeRaw`UPDATE api_token SET last_used_at = now() WHERE id = ${row.id}::uuid`;
  return { kind: 'token', id: row.id, name: row.name, role: row.role };
}
