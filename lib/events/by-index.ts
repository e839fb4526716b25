import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/**
 * Runs a query that must use its index: with a limit the database may think that reading a table from its beginning
 * finds enough sooner, which is a disaster where it guessed wrong how common something is.
 */
export async function byIndex<Row>(db: Db, query: Prisma.Sql): Promise<Row[]> {
  const [, rows] = await db.$transaction([
    db.$executeRaw(Prisma.sql`SET LOCAL enable_seqscan = off`),
    db.$queryRaw<Row[]>(query),
  ]);
  return rows;
}
