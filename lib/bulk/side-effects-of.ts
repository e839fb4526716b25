import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { BulkSideEffect } from './bulk.schema.ts';

/**
 * What the rows that would be sent cause besides, those to be agreed to first: each sentence with the number of its
 * rows, and of an e-mail to homeowners also with the number of installs that these rows are about.
 */
export async function sideEffectsOf(db: Db, bulkId: string): Promise<BulkSideEffect[]> {
  return db.$queryRaw<BulkSideEffect[]>(Prisma.sql`
    SELECT n ->> 'code' AS code, n ->> 'text' AS text, bool_or((n ->> 'agree')::boolean) AS agree,
      count(DISTINCT number)::int AS count,
      CASE WHEN n ->> 'code' = 'emails-homeowner'
        THEN count(DISTINCT coalesce(input ->> 'install_id', 'row ' || number))::int END AS homeowners
    FROM bulk_row, jsonb_array_elements(notes) AS n
    WHERE bulk_id = ${bulkId}::uuid AND state IN ('waiting', 'sending') AND n ->> 'kind' = 'side-effect'
    GROUP BY 1, 2 ORDER BY agree DESC, count DESC, code, text`);
}
