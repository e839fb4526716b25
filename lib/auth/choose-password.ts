import type { Pool } from 'pg';
import { recordAudit } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import { orUnavailable } from '#lib/db/database-away.ts';
import { actorOfUser } from './actor-of-user.ts';
import { assertNotGuessable } from './assert-not-guessable.ts';
import type { ChoosePasswordInput } from './credentials.ts';
import { endSessions } from './end-sessions.ts';
import { endedLink, linkHolder, usedLink } from './link-holder.ts';
import { lockUser } from './lock-user.ts';
import { endLinks } from './one-time-link.ts';
import { hashPassword } from './passwords.ts';
import type { RequestSource } from './request-source.ts';

/**
 * Sets the password of the person whose one-time link this is, and gives the e-mail address to sign in with. Of any
 * number of tries at once one wins. The person's sessions and other links end; the second factor stays and is asked for
 * at the next sign-in. Errors: those of `linkHolder` and of `assertNotGuessable`.
 */
export function choosePassword(
  context: { db: Db; pool: Pool },
  { token, password }: ChoosePasswordInput,
  source: RequestSource,
): Promise<{ email: string }> {
  return orUnavailable(async () => {
    // Before the costly hash, and again while the row is held.
    const holder = await linkHolder(context, token, source);
    await assertNotGuessable(password, [holder.name, holder.email]);
    const passwordHash = await hashPassword(password);
    return context.db.$transaction(async (tx) => {
      const user = await lockUser(tx, holder.userId);
      if (user.deactivatedAt) throw endedLink();
      const used = await tx.$executeRaw`
        UPDATE one_time_link SET used_at = now()
         WHERE id = ${holder.linkId}::uuid AND used_at IS NULL AND expires_at > now()`;
      if (used === 0) throw usedLink();
      await endLinks(tx, user.id);
      await tx.user.update({ where: { id: user.id }, data: { passwordHash } });
      const sessionsEnded = await endSessions(tx, user.id);
      await recordAudit(tx, {
        actor: actorOfUser(user),
        action: 'user.password',
        subjectKind: 'user',
        subjectId: user.id,
        after: { by: holder.purpose === 'invite' ? 'invitation' : 'reset link', sessionsEnded },
        requestId: source.requestId,
        address: source.address,
      });
      return { email: user.email };
    });
  });
}
