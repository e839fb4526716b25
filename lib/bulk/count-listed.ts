import type { Db } from '#lib/db/database.ts';
import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import { operationNamed } from '#lib/operations/registry.ts';

/** For how many rows of a bulk Enerflo listed what came with them (the appointment of a lead), and for how many not. */
export async function countListed(
  db: Db,
  { id, operation }: Pick<Bulk, 'id' | 'operation'>,
): Promise<{ listed: number; unlisted: number }> {
  const none = { listed: 0, unlisted: 0 };
  if (!operationNamed(operation)?.made?.also) return none;
  const [counts] = await db.$queryRaw<{ listed: number; unlisted: number }[]>(Prisma.sql`
    SELECT count(*) FILTER (WHERE result ->> 'listed' = 'true')::int AS listed,
      count(*) FILTER (WHERE result ->> 'listed' = 'false')::int AS unlisted
    FROM action WHERE bulk_id = ${id}::uuid AND state IN ('done', 'undone')`);
  return counts ?? none;
}
