import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { readAccountSettings } from '#lib/enerflo/account-settings.ts';
import { AppError } from '#lib/errors.ts';
import { actionsInPart } from './actions-in-part.ts';
import { agreedOf } from './agreed-of.ts';
import type { BulkDetail } from './bulk.schema.ts';
import { bulkItems } from './bulk-items.ts';
import { columnsOf, findBulk } from './bulk-row.ts';
import { countListed } from './count-listed.ts';
import { headsHash } from './heads-hash.ts';
import { sideEffectsOf } from './side-effects-of.ts';

/** Of each column so many values are shown where it is matched. */
const mostSamples = 3;
/** Of the limit that bulk runs may use; the rest is kept for people. */
const bulkShare = 0.75;

/** One bulk with its progress, and what it would cause. Throws NOT_FOUND. */
export async function getBulk(db: Db, id: string, { personal }: { personal: boolean }): Promise<BulkDetail> {
  const bulk = await findBulk(db, id);
  const [item] = await bulkItems(db, [bulk]);
  if (!item) throw new AppError('NOT_FOUND', 'There is no such bulk.');
  const columns = columnsOf(bulk);
  const { settings } = await readAccountSettings(db, bulk.connectionId);
  const remembered = await db.bulkColumns.findUnique({
    where: { operation_heads: { operation: bulk.operation, heads: headsHash(columns.heads) } },
  });
  const fills = Object.entries(columns.fills).map(([field, fill]) => [
    field,
    'value' in fill && !personal ? { value: '' } : fill,
  ]);
  const { putRight, same } = await noteCounts(db, id);
  return {
    ...item,
    columns: { ...columns, fills: Object.fromEntries(fills) },
    samples: personal ? await samplesOf(db, id, columns.heads.length) : columns.heads.map(() => []),
    remembered: columns.origin === 'file' && remembered !== null,
    sideEffects: await sideEffectsOf(db, id),
    agreed: agreedOf(bulk.agreed),
    putRight,
    changesNothing: same,
    unlisted: (await countListed(db, bulk)).unlisted,
    inPart: await countInPart(db, id),
    perMinute: Math.floor((settings.limit.requests / settings.limit.seconds) * 60 * bulkShare),
    personalHidden: !personal,
  };
}

async function samplesOf(db: Db, bulkId: string, width: number): Promise<string[][]> {
  const rows = await db.$queryRaw<{ cells: string[] }[]>(Prisma.sql`
    SELECT cells FROM bulk_row WHERE bulk_id = ${bulkId}::uuid ORDER BY number LIMIT 50`);
  return Array.from({ length: width }, (_, column) =>
    [...new Set(rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== ''))].slice(
      0,
      mostSamples,
    ),
  );
}

async function countInPart(db: Db, bulkId: string): Promise<number> {
  const actionId = { in: await actionsInPart(db, bulkId) };
  return db.bulkRow.count({ where: { bulkId, state: 'failed', actionId } });
}

async function noteCounts(db: Db, bulkId: string): Promise<{ putRight: number; same: number }> {
  const [counts] = await db.$queryRaw<{ putRight: number; same: number }[]>(Prisma.sql`
    SELECT count(*) FILTER (WHERE notes @> '[{"kind":"put-right"}]')::int AS "putRight",
      count(*) FILTER (WHERE notes @> '[{"kind":"same"}]' AND state = 'waiting')::int AS same
    FROM bulk_row WHERE bulk_id = ${bulkId}::uuid AND notes <> '[]'`);
  return counts ?? { putRight: 0, same: 0 };
}
