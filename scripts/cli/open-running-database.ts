import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Database, openDatabase } from '#lib/db/database.ts';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { localSecrets } from '#lib/runtime/local-secrets.ts';
import { findPostgresHome } from '#lib/runtime/postgres-binaries.ts';

/**
 * The database at DATABASE_URL, or that of the Heliograph running on DATA_DIR with its embedded server. Starts
 * nothing; an AppError says what is missing.
 */
export async function openRunningDatabase(): Promise<Database> {
  const { DATABASE_URL, DATA_DIR } = env();
  const url = DATABASE_URL ?? (await embeddedUrl(DATA_DIR));
  const database = openDatabase(url, { connections: 4, name: 'heliograph cli' });
  try {
    await database.pool.query('SELECT 1');
    return database;
  } catch {
    await database.close();
    throw new AppError('UNAVAILABLE', 'The database does not answer. Start Heliograph first (npm start).');
  }
}

async function embeddedUrl(dataDir: string): Promise<string> {
  const secrets = path.join(dataDir, 'secrets.env');
  const { base } = existsSync(secrets) ? await findPostgresHome(dataDir) : { base: dataDir };
  const portFile = path.join(base, 'postgres.port');
  if (!existsSync(secrets) || !existsSync(portFile)) {
    throw new AppError(
      'UNAVAILABLE',
      `No Heliograph has run on ${dataDir} yet. Start it (npm start), or set DATABASE_URL.`,
    );
  }
  const password = encodeURIComponent(localSecrets(dataDir).POSTGRES_PASSWORD);
  return `postgresql://heliograph:${password}@127.0.0.1:${readFileSync(portFile, 'utf8').trim()}/heliograph`;
}
