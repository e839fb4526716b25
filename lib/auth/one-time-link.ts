import { uuidv7 } from 'uuidv7';
import { recordAudit } from '#lib/audit/audit.ts';
import type { Tx } from '#lib/db/database.ts';
import { publicUrl } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import type { ChangeBy } from './change-by.ts';
import { linkHours } from './limits.ts';
import type { LockedUser } from './lock-user.ts';
import { makeSecretToken, secretTokenHash } from './secret-token.ts';

export type LinkPurpose = keyof typeof linkHours;

/** A new link; its address is shown once and kept nowhere. */
export type MadeLink = { purpose: LinkPurpose; url: string; expiresAt: Date };

/**
 * Makes the link by which a person chooses a password once: an invitation for somebody who has none yet, else a reset.
 * Links made before end. A reset changes nothing until it is used: the password, the second factor and the sessions
 * stay as they are (docs/decisions/009-second-factor.md says why). The caller holds the person's row. Throws CONFLICT
 * for a deactivated person.
 */
export async function makeLink(tx: Tx, user: LockedUser, by: ChangeBy): Promise<MadeLink> {
  if (user.deactivatedAt) {
    throw new AppError(
      'CONFLICT',
      `${user.name} is deactivated. Reactivate the account before making a link.`,
    );
  }
  const purpose = user.passwordHash === null ? 'invite' : 'reset';
  await endLinks(tx, user.id);
  const token = makeSecretToken();
  const [row] = await tx.$queryRaw<{ expiresAt: Date }[]>`
    INSERT INTO one_time_link (id, user_id, purpose, token_hash, created_by, expires_at)
    VALUES (${uuidv7()}::uuid, ${user.id}::uuid, ${purpose}, ${secretTokenHash(token)}, ${by.actor.name},
            now() + make_interval(hours => ${linkHours[purpose]}::int))
    RETURNING expires_at AS "expiresAt"`;
  if (!row) throw new Error('an insert gave no row');
  const { expiresAt } = row;
  const after = { purpose, expiresAt: expiresAt.toISOString() };
  await recordAudit(tx, { ...by, action: 'user.invite', subjectKind: 'user', subjectId: user.id, after });
  // Behind the #, which browsers send to no server: it stands in no log on the way.
  return { purpose, url: `${publicUrl()}/choose-password#token=${token}`, expiresAt };
}

/** Ends every link of a person that could still be used. */
export async function endLinks(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE one_time_link SET expires_at = now()
     WHERE user_id = ${userId}::uuid AND used_at IS NULL AND expires_at > now()`;
}
