import type { Db } from '#lib/db/database.ts';
import type { BulkItem } from './bulk.schema.ts';
import { bulkItems } from './bulk-items.ts';

type Filter = { connectionId?: string; operation?: string; state?: string; cursor?: string; limit: number };

/** What was done for many at once, newest first. */
export async function listBulks(
  db: Db,
  { connectionId, operation, state, cursor, limit }: Filter,
): Promise<{ items: BulkItem[]; nextCursor: string | null }> {
  const bulks = await db.bulk.findMany({
    where: { connectionId, operation, state, id: cursor && { lt: cursor } },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const page = bulks.slice(0, limit);
  return {
    items: await bulkItems(db, page),
    nextCursor: bulks.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
