import path from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { applyMigrations, migrationNames } from './schema-engine.ts';

const folder = path.resolve('prisma/migrations');
const schemaFile = path.resolve('prisma/schema.prisma');
const quietLogger = new Logger(() => () => {});
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
    const applied = await applyMigrations(folder, schemaFile, url);
    await runMigrations({ connectionString: url, logger: quietLogger });
    return applied;
  } finally {
    await client.end();
  }
}

/** Whether every migration of this release, and the job queue's own, stand in the database. */
export async function isMigrated(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const tables = await client.query<{ ready: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL
        AND to_regclass('graphile_worker.migrations') IS NOT NULL AS ready`,
  );
  if (!tables.rows[0]?.ready) return false;
  const done = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  );
  const names = new Set(done.rows.map((row) => row.migration_name));
  return migrationNames(folder).every((name) => names.has(name));
}
