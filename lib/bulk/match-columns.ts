import { Prisma } from '#lib/db/generated/client.ts';
import { readAccountSettings } from '#lib/enerflo/account-settings.ts';
import { AppError } from '#lib/errors.ts';
import { assertFills } from './assert-fills.ts';
import type { BulkColumns } from './bulk.schema.ts';
import type { BulkContext } from './bulk-context.ts';
import { bulkOperation } from './bulk-operation.ts';
import { assertState, columnsOf, lockBulk } from './bulk-row.ts';
import { headsHash } from './heads-hash.ts';
import { noteChange } from './note-change.ts';

/**
 * Says what fills which field; every row is then checked anew, also where the check stopped. Remembered for the next
 * file with such columns. Throws AppError INVALID where every row would lack what it needs, CONFLICT once it was started.
 */
export async function matchColumns(
  context: BulkContext,
  { id, ...given }: { id: string } & Pick<BulkColumns, 'fills' | 'askEnerflo' | 'timeZone'>,
): Promise<void> {
  const { db } = context;
  await db.$transaction(async (tx) => {
    const bulk = await lockBulk(tx, id);
    const started = 'It was started, so its columns cannot be changed any more.';
    assertState(bulk, ['columns', 'reading', 'ready', 'stopped'], started);
    if (bulk.startedAt !== null) throw new AppError('CONFLICT', started);
    const operation = bulkOperation(bulk.operation, context.actor);
    const columns = { ...columnsOf(bulk), ...given };
    assertFills(columns, operation, await readAccountSettings(tx, bulk.connectionId));
    await tx.bulk.update({
      where: { id },
      data: { columns, state: 'reading', reason: null, workerId: null },
    });
    await tx.$executeRaw(Prisma.sql`
      UPDATE bulk_row SET state = 'unchecked', reason = NULL, notes = '[]', input = NULL, hash = NULL, tries = 0
      WHERE bulk_id = ${id}::uuid`);
    await noteChange(tx, context, 'bulk.match', id, { fields: Object.keys(columns.fills) });
    if (columns.origin === 'file') {
      const key = { operation: bulk.operation, heads: headsHash(columns.heads) };
      await tx.bulkColumns.upsert({
        where: { operation_heads: key },
        create: { ...key, columns: columns.fills },
        update: { columns: columns.fills, usedAt: new Date() },
      });
    }
  });
}
