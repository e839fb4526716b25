import path from 'node:path';
import pg from 'pg';
import { applyMigrations, migrationNames } from './schema-engine.ts';

const folder = path.resolve('prisma/migrations');
const schemaFile = path.resolve('prisma/schema.prisma');
/** Any number, but the same in every process: it names the lock under which the schema changes. */
const lockId = 7_143_702;

/**
 * Brings the database at `url` to the present schema. Ten processes may start at once: one migrates under an
 * advisory lock, the others wait and find nothing left to do. Gives the names of the migrations it applied.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'heliograph migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockId]);
    if (await isMigrated(client)) return [];
    return await applyMigrations(folder, schemaFile, url);
  } finally {
    await client.end();
  }
}

/** Whether every migration of this release stands in the database. */
export async function isMigrated(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const table = await client.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  if (!table.rows[0]?.there) return false;
  const done = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  );
  const names = new Set(done.rows.map((row) => row.migration_name));
  return migrationNames(folder).every((name) => names.has(name));
}
