import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '#lib/db/migrate.ts';
import { startEmbeddedPostgres } from '#lib/runtime/embedded-postgres.ts';
import { localSecrets } from '#lib/runtime/local-secrets.ts';

export type OwnDatabase = { url: string; secretKey: string; stop: () => Promise<void> };

/**
 * An embedded PostgreSQL in `dataDir` with an empty Heliograph database. What an earlier demo left is dropped: its day
 * would contradict the new one, which tells of the same installs from the beginning. Throws an Error in plain words
 * where the folder is not a demo's, or another demo runs in it.
 */
export async function startOwnDatabase(dataDir: string): Promise<OwnDatabase> {
  const folder = path.resolve(dataDir);
  claimForDemos(folder);
  const { POSTGRES_PASSWORD, SECRET_KEY } = localSecrets(folder);
  const server = await startEmbeddedPostgres(folder, POSTGRES_PASSWORD);
  try {
    await emptyDatabase(server.url, folder);
    await migrate(server.url);
  } catch (error) {
    // One that ran before belongs to somebody else.
    if (!server.reused) await server.stop();
    throw error;
  }
  return { url: server.url, secretKey: SECRET_KEY, stop: server.stop };
}

/** Marks the folder as one whose database may be emptied; one that has a Heliograph in it already is never taken. */
function claimForDemos(folder: string): void {
  const mark = path.join(folder, 'demo');
  if (existsSync(mark)) return;
  if (existsSync(path.join(folder, 'secrets.env'))) {
    throw new Error(
      `${folder} has the data of another Heliograph. The demo begins with an empty database: set DATA_DIR to a folder of its own.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(mark, 'The database in this folder is emptied whenever the demo starts.\n');
}

async function emptyDatabase(url: string, folder: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const beside = new URL(url);
  beside.pathname = '/postgres';
  const client = new pg.Client({ connectionString: beside.href });
  await client.connect();
  try {
    await untilUnused(client, name, folder);
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`);
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Waits a moment for what a killed demo left to end; what goes on using the database is another demo. */
async function untilUnused(client: pg.Client, name: string, folder: string): Promise<void> {
  for (let asked = 0; asked < 50; asked++) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [name]);
    if (rowCount === 0) return;
    await wait(200);
  }
  throw new Error(`Another demo runs in ${folder}: end it first, or set another DATA_DIR.`);
}
