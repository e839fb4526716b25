import path from 'node:path';
import { type Env, env } from '#lib/env.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { localKeys, localSecrets } from './local-secrets.ts';

/**
 * Completes the settings of this process: without DATABASE_URL an embedded PostgreSQL is started, and the secrets
 * and first webhook keys that nobody gave are made once and remembered in DATA_DIR. Gives the server, if it is ours.
 */
export async function prepareSettings(): Promise<EmbeddedPostgres | null> {
  const given = env();
  if (given.DATABASE_URL) return null;
  const dataDir = path.resolve(given.DATA_DIR);
  const secrets = localSecrets(dataDir);
  const keys = localKeys(dataDir);
  const server = await startEmbeddedPostgres(dataDir, secrets.POSTGRES_PASSWORD);
  const sunnova = given.SUNNOVA_WEBHOOK_USER
    ? {}
    : {
        SUNNOVA_WEBHOOK_USER: keys.SUNNOVA_WEBHOOK_USER,
        SUNNOVA_WEBHOOK_PASSWORD: keys.SUNNOVA_WEBHOOK_PASSWORD,
      };
  const completed: Env = {
    ...given,
    ...sunnova,
    DATABASE_URL: server.url,
    SECRET_KEY: given.SECRET_KEY ?? secrets.SECRET_KEY,
    ENERFLO_WEBHOOK_KEY: given.ENERFLO_WEBHOOK_KEY ?? keys.ENERFLO_WEBHOOK_KEY,
    CRM_WEBHOOK_KEY: given.CRM_WEBHOOK_KEY ?? keys.CRM_WEBHOOK_KEY,
  };
  globalThis.heliographEnv = completed;
  return server;
}
