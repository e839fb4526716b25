import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import type { BulkContext } from './bulk-context.ts';
import { assertState, lockBulk } from './bulk-row.ts';
import { endStopped } from './end-stopped.ts';
import { noteChange } from './note-change.ts';

type Choice = { id: string; send: boolean; numbers?: number[]; state?: string };

/**
 * Leaves rows out, or has rows sent that look like another one, repeat one or were left out. Rows that are not
 * right stay so. A stopped bulk of which nothing waits any more is done; one that was done stands stopped once rows of it
 * wait again, until somebody goes on with it. Gives how many it were.
 */
export async function chooseRows(
  context: BulkContext,
  { id, send, numbers, state }: Choice,
): Promise<number> {
  if (!numbers && !state)
    throw new AppError('INVALID', 'Say which rows: their numbers, or all of one state.', {
      fields: [{ field: 'numbers', message: 'Give numbers or a state.' }],
    });
  return context.db.$transaction(async (tx) => {
    const bulk = await lockBulk(tx, id);
    assertState(
      bulk,
      ['ready', 'running', 'stopped', 'done'],
      'Its rows are still being checked. Wait until that is done.',
    );
    const from = send ? ['alike', 'repeat', 'left-out'] : ['waiting', 'alike', 'repeat'];
    const agreed = JSON.stringify([{ kind: 'agreed', by: context.actor.name }]);
    const count = await tx.$executeRaw(Prisma.sql`
      UPDATE bulk_row SET state = ${send ? 'waiting' : 'left-out'},
        reason = ${send ? Prisma.sql`NULL` : Prisma.sql`coalesce(reason, 'Left out by hand.')`},
        notes = ${send ? Prisma.sql`notes || ${agreed}::jsonb` : Prisma.sql`notes`}
      WHERE bulk_id = ${id}::uuid AND input IS NOT NULL
        AND state = ANY(${from}::text[])
        AND (${state ?? null}::text IS NULL OR state = ${state ?? null}::text)
        AND (${numbers ?? null}::int[] IS NULL OR number = ANY(${numbers ?? null}::int[]))`);
    if (count === 0) return 0;
    await noteChange(tx, context, 'bulk.rows', id, { send, count });
    if (!send) await endStopped(tx, id, context.actor.name);
    else if (bulk.state === 'done')
      await tx.bulk.update({
        where: { id },
        data: {
          state: 'stopped',
          reason: `Stopped by ${context.actor.name}, who chose rows to be sent.`,
          endedAt: null,
        },
      });
    return count;
  });
}
