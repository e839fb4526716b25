import { idWord } from '#lib/catalog/search/id-word.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/** The install that came of a deal, by the deal's id of either generation, as our records know it; null where not. */
export async function installOfDeal(db: Db, connectionId: string, dealId: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT r.external_id AS id FROM record_word w JOIN record r ON r.id = w.record_id
    WHERE w.kind = 'id:enerflo.deal' AND w.value = ${idWord(dealId)} AND w.kind LIKE 'id:%'
      AND w.connection_id = ${connectionId}::uuid AND r.kind = 'enerflo.install' LIMIT 2`);
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
