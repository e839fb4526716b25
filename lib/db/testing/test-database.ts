import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { type Database, openDatabase } from '#lib/db/database.ts';
import { migrate } from '#lib/db/migrate.ts';
import { migrationNames } from '#lib/db/schema-engine.ts';

export type TestDatabase = Database & { url: string };

/**
 * A database of this test file's own, copied from a migrated template on the server at `serverUrl`
 * (`inject('postgres')` of Vitest). `close` drops it.
 */
export async function createTestDatabase(serverUrl: string, connections = 12): Promise<TestDatabase> {
  const template = await ensureTemplate(serverUrl);
  const name = `test_${uuidv7().replaceAll('-', '')}`;
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = withDatabase(serverUrl, name);
  const database = openDatabase(url, { connections, name: 'heliograph test' });
  return {
    ...database,
    url,
    close: async () => {
      await database.close();
      await onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function ensureTemplate(serverUrl: string): Promise<string> {
  const folder = path.resolve('prisma/migrations');
  const digest = createHash('sha256');
  for (const name of migrationNames(folder))
    digest.update(readFileSync(path.join(folder, name, 'migration.sql')));
  const template = `template_${digest.digest('hex').slice(0, 12)}`;
  await onServer(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(7143703)');
    const found = await client.query('SELECT datistemplate FROM pg_database WHERE datname = $1', [template]);
    if (found.rows[0]?.datistemplate) return;
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${template}`);
    await migrate(withDatabase(serverUrl, template));
    // A template can only be copied while nobody is connected to it.
    await client.query(`ALTER DATABASE ${template} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      template,
    ]);
  });
  return template;
}

async function onServer<T>(serverUrl: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
