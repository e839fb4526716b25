import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#lib/runtime/embedded-postgres.ts';
import { endWithUs } from './end-with-us.ts';

/** A PostgreSQL of this run alone, with an empty database. */
export type FreshPostgres = {
  url: string;
  /** The main process of the server as it runs now. */
  pid: () => number;
  /** Starts it again on the same data and address, after it was killed. */
  startAgain: () => Promise<void>;
  /** Stops the server and removes its data. */
  remove: () => Promise<void>;
};

const password = 'for-measuring-only';

/**
 * Starts PostgreSQL under `folder` with an empty database, durable like the real one. A server and data left by
 * a run that was interrupted are taken over; one run at a time may use a folder.
 */
export async function startFreshPostgres(folder: string): Promise<FreshPostgres> {
  mkdirSync(folder, { recursive: true });
  claim(path.join(folder, 'run.pid'));
  let server = await startEmbeddedPostgres(folder, password);
  const { url } = server;
  const forget = endWithUs(() => process.kill(server.pid, 'SIGQUIT'));
  await emptyDatabase(url);
  return {
    url,
    pid: () => server.pid,
    startAgain: async () => {
      server = await startEmbeddedPostgres(folder, password);
      if (server.url !== url)
        throw new Error('PostgreSQL came back at another address: its port was taken meanwhile.');
    },
    remove: async () => {
      forget();
      await server.stop();
      removeData(server);
      rmSync(path.join(folder, 'run.pid'), { force: true });
    },
  };
}

function claim(file: string): void {
  const other = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (other > 0 && existsSync(`/proc/${other}`) && other !== process.pid) {
    throw new Error(`Another run (process ${other}) is using ${path.dirname(file)}: wait until it ends.`);
  }
  writeFileSync(file, String(process.pid));
}

async function emptyDatabase(url: string): Promise<void> {
  const server = new URL(url);
  const name = server.pathname.slice(1);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
}

function removeData({ home }: EmbeddedPostgres): void {
  rmSync(path.join(home.base, 'postgres'), { recursive: true, force: true });
}
