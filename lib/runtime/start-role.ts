import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureFirstAdmin } from '#lib/auth/ensure-first-admin.ts';
import { firstRunCode } from '#lib/auth/first-run-code.ts';
import { isDatabaseAway } from '#lib/db/database-away.ts';
import { migrate } from '#lib/db/migrate.ts';
import { startWorker } from '#lib/delivery/worker.ts';
import { env, publicUrl } from '#lib/env.ts';
import { sweepSearch } from '#lib/events/sweep-search.ts';
import { log } from '#lib/log.ts';
import { checkSecretKey } from '#lib/settings/check-secret-key.ts';
import { claimDataDir } from './claim-data-dir.ts';
import { prepareSettings } from './prepare-settings.ts';
import { projections } from './projections.ts';
import { seedConnections } from './seed-connections.ts';
import { services } from './services.ts';
import { supervisePostgres } from './supervise-postgres.ts';
import { superviseWorker } from './supervise-worker.ts';
import { startWeb } from './web.ts';
import { workerParts } from './worker-parts.ts';

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

/** PostgreSQL (unless DATABASE_URL names one), web, and a worker process. If web cannot start, PostgreSQL is stopped. */
async function startAll(): Promise<Stop> {
  const given = env();
  const release = given.DATABASE_URL ? () => {} : claimDataDir(path.resolve(given.DATA_DIR));
  const embedded = await prepareSettings();
  if (embedded?.home.moved) {
    log().info(
      { folder: embedded.home.base },
      'only root can enter this clone, so PostgreSQL keeps its data elsewhere',
    );
  }
  const postgres = embedded ? supervisePostgres(embedded) : null;
  const allGiven = given.ENERFLO_WEBHOOK_KEY && given.SUNNOVA_WEBHOOK_USER && given.CRM_WEBHOOK_KEY;
  const keys = embedded && !allGiven ? path.join(given.DATA_DIR, 'keys.env') : undefined;
  const stopWeb = await startWebRole(keys).catch(async (error: unknown) => {
    await postgres?.stop();
    release();
    throw error;
  });
  const worker = superviseWorker();
  return async () => {
    await stopWeb();
    await worker.stop();
    await services().close();
    await postgres?.stop();
    release();
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
  return startWorker({
    db,
    pool,
    box,
    env: env(),
    projections,
    sweepEvents: sweepSearch,
    parts: workerParts,
  });
}

/** Migrates and checks the key. A database that is not there yet (it may be starting too) is waited for. */
async function prepareDatabase(): Promise<void> {
  const { db, box } = services();
  const applied = await whenDatabaseAnswers(() => migrate(env().DATABASE_URL ?? ''));
  if (applied.length > 0) log().info({ applied }, 'migrated');
  await whenDatabaseAnswers(() => checkSecretKey(db, box));
}

const patience = 60_000;

async function whenDatabaseAnswers<T>(work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  for (let tried = 0; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() - startedAt > patience) throw error;
      if (tried === 0) log().warn('the database does not answer; waiting for it');
      await sleep(500);
    }
  }
}
