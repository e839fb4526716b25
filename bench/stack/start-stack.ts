import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '#lib/db/migrate.ts';
import { freePort } from './free-port.ts';
import { type FreshPostgres, startFreshPostgres } from './start-fresh-postgres.ts';
import { type RunningProcess, startProcess, untilAnswers } from './start-process.ts';

/** A fresh PostgreSQL with Heliograph's tables, and what starts Heliograph's processes on it. */
export type Stack = {
  folder: string;
  postgres: FreshPostgres;
  webPort: number;
  /** Where an Enerflo webhook goes, key included. */
  enerfloPath: string;
  /** Settles when the process answers; throws with the end of its log where it does not. */
  startWeb: () => Promise<RunningProcess>;
  startWorker: () => RunningProcess;
};

/**
 * Makes the stack `name` with PostgreSQL running and nothing else yet. `settings` are added to those of every
 * Heliograph process. What the processes say stands in the folder until the next run.
 */
export async function startStack(name: string, settings: Record<string, string> = {}): Promise<Stack> {
  const folder = path.resolve('.data', name);
  const postgres = await startFreshPostgres(folder);
  for (const log of ['web.log', 'worker.log']) rmSync(path.join(folder, log), { force: true });
  await migrate(postgres.url);
  const webPort = await freePort();
  const key = randomBytes(24).toString('base64url');
  const environment = {
    DATABASE_URL: postgres.url,
    SECRET_KEY: randomBytes(32).toString('hex'),
    ENERFLO_WEBHOOK_KEY: key,
    HOST: '127.0.0.1',
    PORT: String(webPort),
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    ...settings,
  };
  return {
    folder,
    postgres,
    webPort,
    enerfloPath: `/api/webhooks/enerflo/${key}`,
    startWeb: async () => {
      const web = startProcess(['server.ts', 'web'], environment, path.join(folder, 'web.log'));
      await untilAnswers(`http://127.0.0.1:${webPort}/api/webhooks`, web);
      return web;
    },
    startWorker: () => startProcess(['server.ts', 'worker'], environment, path.join(folder, 'worker.log')),
  };
}
