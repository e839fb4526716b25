import path from 'node:path';
import { ensureFirstAdmin } from '#lib/auth/ensure-first-admin.ts';
import { firstRunCode } from '#lib/auth/first-run-code.ts';
import { migrate } from '#lib/db/migrate.ts';
import { startWorker } from '#lib/delivery/worker.ts';
import { env, publicUrl } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { checkSecretKey } from '#lib/settings/check-secret-key.ts';
import { prepareSettings } from './prepare-settings.ts';
import { seedConnections } from './seed-connections.ts';
import { services } from './services.ts';
import { supervisePostgres } from './supervise-postgres.ts';
import { superviseWorker } from './supervise-worker.ts';
import { startWeb } from './web.ts';

type Stop = () => Promise<void>;

const roles: Record<string, () => Promise<Stop>> = {
  all: startAll,
  web: startWebRole,
  worker: startWorkerRole,
};

/** Starts a role and gives what stops it. Throws an Error with one plain sentence when it cannot. */
export async function startRole(name: string): Promise<Stop> {
  const start = Object.hasOwn(roles, name) ? roles[name] : undefined;
  if (!start) throw new Error(`There is no role "${name}": it is one of ${Object.keys(roles).join(', ')}.`);
  return start();
}

/** PostgreSQL (unless DATABASE_URL names one), web, and a worker process. */
async function startAll(): Promise<Stop> {
  const embedded = await prepareSettings();
  if (embedded?.home.moved) {
    log().info(
      { folder: embedded.home.base },
      'only root can enter this clone, so PostgreSQL keeps its data elsewhere',
    );
  }
  const postgres = embedded ? supervisePostgres(embedded) : null;
  const stopWeb = await startWebRole(embedded ? path.join(env().DATA_DIR, 'keys.env') : undefined);
  const worker = superviseWorker();
  return async () => {
    await stopWeb();
    await worker.stop();
    await services().close();
    await postgres?.stop();
  };
}

/** `embeddedKeys`: the file with the keys that this installation made for itself, to be told at the end. */
async function startWebRole(embeddedKeys?: string): Promise<Stop> {
  await prepareDatabase();
  const { db, box } = services();
  await seedConnections(db, env(), box);
  await ensureFirstAdmin(db, env());
  const web = await startWeb();
  const code = await firstRunCode(db);
  const lines = [`Heliograph is at ${publicUrl()}`];
  if (code) lines.push(`Make the first admin at ${publicUrl()}/first-run with the code ${code}`);
  if (embeddedKeys) lines.push(`The first webhook keys are in ${embeddedKeys}`);
  process.stdout.write(`\n${lines.map((line) => `  ${line}\n`).join('')}\n`);
  return web.close;
}

async function startWorkerRole(): Promise<Stop> {
  await prepareDatabase();
  const { db, pool, box } = services();
  return startWorker({ db, pool, box, env: env() });
}

async function prepareDatabase(): Promise<void> {
  const { db, box } = services();
  const applied = await migrate(env().DATABASE_URL ?? '');
  if (applied.length > 0) log().info({ applied }, 'migrated');
  await checkSecretKey(db, box);
}
