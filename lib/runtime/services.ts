import { collectDefaultMetrics } from 'prom-client';
import { type Database, openDatabase } from '#lib/db/database.ts';
import { watchDatabaseClock } from '#lib/db/database-clock.ts';
import { env } from '#lib/env.ts';
import { createIngestContext, type IngestContext } from '#lib/ingest/ingest-context.ts';
import { openSecretBox, type SecretBox } from '#lib/settings/secret-box.ts';

/** What a process has one of. */
export type Services = Database & {
  box: SecretBox;
  ingest: IngestContext;
  /** Aborted when the process begins to shut down: streams end then. */
  stopping: AbortController;
  /** Where this process listens; absent where it does not, or not yet. */
  listening?: { host: string; port: number };
};

declare global {
  var heliographServices: Services | undefined;
}

/**
 * The composition root. server.ts and Next's bundle are two module graphs, so what must be one lives on globalThis.
 * Needs DATABASE_URL and SECRET_KEY, which `prepareSettings` completes for the embedded database.
 */
export function services(): Services {
  globalThis.heliographServices ??= compose();
  return globalThis.heliographServices;
}

function compose(): Services {
  const { DATABASE_URL, SECRET_KEY, DUPLICATE_WINDOW } = env();
  if (!DATABASE_URL || !SECRET_KEY) {
    throw new Error(
      'The setting DATABASE_URL is missing: this role needs a database (npm start brings its own).',
    );
  }
  // From here on, so that the first scrape has something to tell.
  collectDefaultMetrics();
  const database = openDatabase(DATABASE_URL);
  const clock = watchDatabaseClock(database.pool);
  const close = async () => {
    clock.stop();
    await database.close();
  };
  const box = openSecretBox(SECRET_KEY);
  const ingest = createIngestContext(database.db, box, DUPLICATE_WINDOW);
  return { ...database, close, box, ingest, stopping: new AbortController() };
}
