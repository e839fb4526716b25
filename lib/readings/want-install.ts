import { uuidv7 } from 'uuidv7';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import type { ReadingChange } from './change-reading.ts';
import { installOf } from './install-of.ts';
import { mustBeCallable } from './must-be-callable.ts';
import type { WantedItem } from './readings.contract.ts';
import type { WantedOf } from './readings.schema.ts';
import { type TryContext, tryWanted } from './try-wanted.ts';
import { getWanted, wantedWhere } from './wanted-row.ts';

type Asking = { change: ReadingChange; trying: TryContext; enerfloUrl: string };

const NO_INSTALL = 'This names no install and no deal of Enerflo 2.0, so there is no install to get.';

/**
 * Gets a full install from Enerflo into the records at once or, where it is not there yet, waits for it. Wanted twice
 * it is one wish, and tried again. Throws INVALID where no install is named or the account cannot be called.
 */
export async function wantInstall({ change, trying, enerfloUrl }: Asking, of: WantedOf): Promise<WantedItem> {
  const { db, audit, actor, requestId, address } = change;
  const meant = await installOf(db, of);
  if (!meant) throw new AppError('INVALID', NO_INSTALL);
  const { connectionId, dealId, installId, eventId } = meant;
  await mustBeCallable(db, connectionId);
  const id = await db.$transaction(async (tx) => {
    const [made] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
      INSERT INTO wanted_install (id, connection_id, deal_id, install_id, state, due_at, event_id,
                                  actor_kind, actor_id, actor_name)
      VALUES (${uuidv7()}::uuid, ${connectionId}::uuid, ${dealId}, ${installId}, 'waiting',
              clock_timestamp() + interval '1 minute', ${eventId}::uuid,
              ${actor.kind}, ${actor.id}::uuid, ${actor.name})
      ON CONFLICT DO NOTHING RETURNING id`);
    await audit(tx, {
      actor,
      requestId,
      address,
      action: 'reading.want-install',
      subjectKind: 'connection',
      subjectId: connectionId,
      after: { dealId, installId, eventId },
    });
    if (made) return made.id;
    const [open] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT id FROM wanted_install
      WHERE connection_id = ${connectionId}::uuid AND state = 'waiting'
        AND deal_id IS NOT DISTINCT FROM ${dealId} AND install_id IS NOT DISTINCT FROM ${installId}`);
    return open?.id ?? null;
  });
  // Settled in between: once more makes a new wish.
  if (id === null) return wantInstall({ change, trying, enerfloUrl }, of);
  await tryWanted(trying, id, 'people');
  return getWanted(db, id, enerfloUrl);
}

/** Whether there is an install to ask for, and the newest wish for it. */
export async function lastWanted(
  db: Db,
  of: WantedOf,
  enerfloUrl: string,
): Promise<{ possible: boolean; wanted: WantedItem | null }> {
  const meant = await installOf(db, of);
  if (!meant) return { possible: false, wanted: null };
  const { connectionId, dealId, installId } = meant;
  const same = dealId === null ? Prisma.sql`w.install_id = ${installId}` : Prisma.sql`w.deal_id = ${dealId}`;
  const condition = Prisma.sql`w.connection_id = ${connectionId}::uuid AND ${same}`;
  const [wanted = null] = await wantedWhere(db, condition, { limit: 1, enerfloUrl });
  return { possible: true, wanted };
}

/** Waits no longer for an install. Throws NOT_FOUND, or CONFLICT where nobody waits. */
export async function stopWaiting(
  change: ReadingChange,
  id: string,
  enerfloUrl: string,
): Promise<WantedItem> {
  const { db, audit, actor, requestId, address } = change;
  return db.$transaction(async (tx) => {
    const { connectionId } = await getWanted(tx, id, enerfloUrl);
    const { count } = await tx.wantedInstall.updateMany({
      where: { id, state: 'waiting' },
      data: {
        state: 'given-up',
        reason: `${actor.name} stopped waiting for it.`,
        dueAt: null,
        settledAt: new Date(),
      },
    });
    if (count === 0) throw new AppError('CONFLICT', 'Nobody waits for this install any more.');
    await audit(tx, {
      actor,
      requestId,
      address,
      action: 'reading.stop-waiting',
      subjectKind: 'connection',
      subjectId: connectionId,
      after: { wantedInstall: id },
    });
    return getWanted(tx, id, enerfloUrl);
  });
}
