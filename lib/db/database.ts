import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { endWhenSilent } from './end-when-silent.ts';
import { PrismaClient } from './generated/client.ts';

export type Db = PrismaClient;
/** What runs inside `db.$transaction(async (tx) => …)`. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

export type Database = { db: Db; pool: pg.Pool; close: () => Promise<void> };

/**
 * Statements that begin with a comment (`/* store_events *\/`) are prepared once a connection under that name; planning
 * a large one anew costs more than running it. Others are not: their number has no bound.
 */
function statementName({ sql }: { sql: string }): string {
  return /^\s*\/\* (\w+) \*\//.exec(sql)?.[1] ?? '';
}

/**
 * One pool and one Prisma client over it. `connections` caps the pool; a statement that runs longer than
 * 30 s is stopped, so that one bad query can't hold a connection for ever; one that has no answer after `patience` is given up,
 * with its connection, since a database that went away without a word would never tell.
 */
export function openDatabase(
  url: string,
  { connections = 12, name = 'heliograph', patience = 40_000 } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: 30_000,
    query_timeout: patience,
    idle_in_transaction_session_timeout: 30_000,
  });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', endWhenSilent);
  const db = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementName }),
    // Prisma's own 2 s and 5 s are shorter than a busy machine takes to open its first connections.
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  return {
    db,
    pool,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}
