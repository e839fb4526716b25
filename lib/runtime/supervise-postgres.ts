import path from 'node:path';
import { env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { localSecrets } from './local-secrets.ts';
import type { Supervised } from './supervise-worker.ts';

/** Keeps the embedded PostgreSQL running: when it is gone, it is started again on the same data and port. */
export function supervisePostgres(first: EmbeddedPostgres): Supervised {
  let server = Promise.resolve(first);
  let stopping = false;

  async function watch(): Promise<void> {
    while (!stopping) {
      await (await server).exited;
      if (stopping) return;
      log().error('PostgreSQL ended; it is started again');
      const dataDir = path.resolve(env().DATA_DIR);
      server = startEmbeddedPostgres(dataDir, localSecrets(dataDir).POSTGRES_PASSWORD);
      await server;
      log().info('PostgreSQL is back');
    }
  }

  watch().catch((error) => {
    log().fatal({ err: error }, 'PostgreSQL could not be started again');
    process.exit(1);
  });
  return {
    stop: async () => {
      stopping = true;
      // It may be starting again just now.
      await (await server).stop();
    },
  };
}
