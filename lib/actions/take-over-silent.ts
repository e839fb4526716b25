import type { Db, Tx } from '#lib/db/database.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import { type Action, Prisma } from '#lib/db/generated/client.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import type { ActionError } from './action.schema.ts';
import { readResult } from './action-result.ts';
import { canLookUp } from './can-look-up.ts';

const lost: ActionError = {
  code: 'PROCESS_LOST',
  text: 'Heliograph stopped while it was sending this.',
  whatToDo: 'Look in Enerflo whether it was done before you send it again.',
  said: null,
};

/**
 * Actions that are being sent for longer than any sending takes: the process that sent them is gone, so they are in
 * doubt, and looked for at once where that can be. Gives how many it were.
 */
export async function takeOverSilent(db: Db): Promise<number> {
  return await db.$transaction(async (tx) => {
    const silent = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT id FROM action WHERE state = 'sending' AND due_at <= clock_timestamp()
      ORDER BY due_at LIMIT 100 FOR UPDATE SKIP LOCKED`);
    const rows = await tx.action.findMany({ where: { id: { in: silent.map(({ id }) => id) } } });
    for (const row of rows) await takeOver(tx, row);
    return rows.length;
  });
}

async function takeOver(tx: Tx, row: Action): Promise<void> {
  const operation = operationNamed(row.operation);
  const canLook = readResult(row.result).answered || (operation !== undefined && canLookUp(operation));
  const now = new Date(databaseNow());
  await tx.actionAttempt.updateMany({
    where: { actionId: row.id, state: 'sending' },
    data: { state: 'unknown', endedAt: now, error: lost },
  });
  await tx.action.update({
    where: { id: row.id },
    data: { state: 'unknown', error: lost, dueAt: canLook ? now : null },
  });
}
