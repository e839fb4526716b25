import { uuidv7 } from 'uuidv7';
import { type Actor, recordAudit } from '#lib/audit/audit.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { RequestSource } from './request-source.ts';
import { allows, isRole, lesserRole, type Role } from './roles.ts';
import { makeSecretToken, secretTokenHash } from './secret-token.ts';

const prefix = 'hg_';

/**
 * Makes an API token with a role and, if wanted, an end. The token is given back once and never again: the table
 * has its hash. Errors: FORBIDDEN (more role, or a later end, than its maker has).
 */
export async function createApiToken(
  tx: Tx,
  input: { name: string; role: Role; expiresAt?: Date | null },
  actor: Actor,
  source: Pick<RequestSource, 'address' | 'requestId'> = { address: null, requestId: null },
): Promise<{ id: string; token: string }> {
  const { name, role, expiresAt = null } = input;
  if (!allows(actor.role, role)) {
    throw new AppError('FORBIDDEN', `A token has no more role than its maker: yours is ${actor.role}.`);
  }
  const createdBy = actor.kind === 'token' ? await makerOfToken(tx, actor.id, expiresAt) : actor.id;
  const token = prefix + makeSecretToken();
  const id = uuidv7();
  await tx.apiToken.create({
    data: { id, name, role, expiresAt, createdBy, tokenHash: secretTokenHash(token) },
  });
  const after = { name, role, expiresAt: expiresAt?.toISOString() ?? null };
  await recordAudit(tx, {
    actor,
    ...source,
    action: 'token.create',
    subjectKind: 'token',
    subjectId: id,
    after,
  });
  return { id, token };
}

/** A token made with a token belongs to the same person and does not outlive it. */
async function makerOfToken(tx: Tx, id: string, end: Date | null): Promise<string | null> {
  const maker = await tx.apiToken.findUniqueOrThrow({ where: { id } });
  if (maker.expiresAt && (!end || end > maker.expiresAt)) {
    throw new AppError(
      'FORBIDDEN',
      `A token made with a token ends with it at the latest: ${maker.expiresAt.toISOString()}.`,
    );
  }
  return maker.createdBy;
}

/**
 * Whom an API token stands for, or null: unknown, ended, past its end, or its maker deactivated. It never may more than
 * its maker may at this moment. Its last use is kept to the minute.
 */
export async function actorFromApiToken(
  db: Db | Tx,
  token: string,
): Promise<Extract<Actor, { kind: 'token' }> | null> {
  if (!token.startsWith(prefix)) return null;
  const [row] = await db.$queryRaw<TokenRow[]>`
    SELECT t.id, t.name, t.role, u.role AS "makerRole",
           t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute' AS unmarked
      FROM api_token t LEFT JOIN "user" u ON u.id = t.created_by
     WHERE t.token_hash = ${secretTokenHash(token)} AND t.ended_at IS NULL
       AND (t.expires_at IS NULL OR t.expires_at > now()) AND u.deactivated_at IS NULL`;
  if (!row) return null;
  if (row.unmarked)
    await db.$executeRaw`UPDATE api_token SET last_used_at = now() WHERE id = ${row.id}::uuid`;
  return { kind: 'token', id: row.id, name: row.name, role: roleNow(row.role, row.makerRole) };
}

type TokenRow = { id: string; name: string; role: string; makerRole: string | null; unmarked: boolean };

/** The role a token has while its maker has `makerRole` (null: no person made it). Throws if one is none of ours. */
export function roleNow(role: string, makerRole: string | null): Role {
  const [own, most] = [role, makerRole ?? role];
  if (!isRole(own) || !isRole(most)) throw new Error(`unknown role ${own} or ${most}`);
  return lesserRole(own, most);
}
