import { type Actor, recordAudit } from '#lib/audit/audit.ts';
import type { Tx } from '#lib/db/database.ts';
import { removeSetting } from '#lib/settings/settings.ts';
import type { RequestSource } from './request-source.ts';

export type FirstAdmin = { id: string; name: string; email: string; passwordHash: string };

/** Inserts the first admin and ends the first run. The caller holds the lock and saw that there is no user. */
export async function insertFirstAdmin(
  tx: Tx,
  admin: FirstAdmin,
  actor: Actor,
  source?: RequestSource,
): Promise<void> {
  const { id, name, email } = admin;
  await tx.user.create({ data: { ...admin, role: 'admin' } });
  await removeSetting(tx, 'firstRunCode');
  await recordAudit(tx, {
    actor,
    action: 'user.create',
    subjectKind: 'user',
    subjectId: id,
    after: { name, email, role: 'admin' },
    requestId: source?.requestId,
    address: source?.address,
  });
}
