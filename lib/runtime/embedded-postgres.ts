import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { sqlState } from '#lib/db/sql-state.ts';
import { findPostgresHome, type PostgresHome } from './postgres-binaries.ts';

/** A running embedded server. `exited` settles when it is gone, whoever ended it. */
export type EmbeddedPostgres = {
  url: string;
  pid: number;
  home: PostgresHome;
  reused: boolean;
  exited: Promise<void>;
  stop: () => Promise<void>;
};

const role = 'heliograph';
const database = 'heliograph';
const startTries = 60;

/**
 * Starts the embedded PostgreSQL under `dataDir`, or takes over the one that a crashed process left running.
 * The server has its own process group, so Ctrl-C reaches it only through `stop`.
 */
export async function startEmbeddedPostgres(dataDir: string, password: string): Promise<EmbeddedPostgres> {
  const home = await findPostgresHome(dataDir);
  const data = path.join(home.base, 'postgres');
  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise(home, data, password);

  const running = runningServer(data);
  const { pid, port } = running ?? (await launch(home, data, password));
  const url = address(password, port, database);
  await ensureDatabase(password, port);
  return { url, pid, home, reused: running !== null, exited: untilGone(pid), stop: () => stopServer(pid) };
}

function address(password: string, port: number, name: string): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
}

/** Makes the data folder beside its place and moves it there whole, so that a crash leaves no half of one. */
function initialise(home: PostgresHome, data: string, password: string): void {
  const half = `${data}.new`;
  const passwordFile = path.join(home.base, 'initdb.password');
  rmSync(half, { recursive: true, force: true });
  if (home.account) chownSync(home.base, home.account.uid, home.account.gid);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid);
  const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--auth=scram-sha-256'];
  const made = spawnSync(
    path.join(home.bin, 'initdb'),
    ['-D', half, '-U', role, `--pwfile=${passwordFile}`, ...flags],
    { ...home.account, cwd: '/', encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not make its data folder: ${made.stderr || made.error?.message}`);
  renameSync(half, data);
}

/** The server that postmaster.pid speaks of, if it still runs. */
function runningServer(data: string): { pid: number; port: number } | null {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return isAlive(Number(pid)) && isPostgres(Number(pid)) ? { pid: Number(pid), port: Number(port) } : null;
}

/** Starts the server and waits until it answers. A killed server's children may hold its memory for a moment: try again. */
async function launch(
  home: PostgresHome,
  data: string,
  password: string,
): Promise<{ pid: number; port: number }> {
  const logFile = path.join(home.base, 'postgres.log');
  for (let tried = 0; tried < startTries; tried++) {
    const port = await freePort(home.base);
    const out = openSync(logFile, 'a');
    if (home.account) chownSync(logFile, home.account.uid, home.account.gid);
    chmodSync(logFile, 0o600);
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'on',
      synchronous_commit: 'on',
      max_connections: '120',
      shared_buffers: '256MB',
      max_wal_size: '2GB',
      wal_compression: 'on',
      timezone: 'UTC',
      log_timezone: 'UTC',
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(path.join(home.bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
      ...home.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', out, out],
    });
    child.unref();
    const pid = child.pid;
    if (pid === undefined) throw new Error('PostgreSQL could not be started.');
    let ended = false;
    child.once('exit', () => {
      ended = true;
    });
    for (let asked = 0; asked < 300 && !ended; asked++) {
      const answer = await ask(address(password, port, 'postgres'));
      if (answer === 'yes') return { pid, port };
      if (answer === 'other password') {
        await stopServer(pid);
        throw new Error(
          `The PostgreSQL data in ${data} belongs to an earlier installation, whose password is not here any more: put its secrets.env back into DATA_DIR, or remove that folder to begin anew.`,
        );
      }
      await wait(100);
    }
    if (!ended) await stopServer(pid);
    await wait(500);
  }
  throw new Error(`PostgreSQL did not start; ${logFile} says why.`);
}

async function ask(url: string): Promise<'yes' | 'not yet' | 'other password'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return 'yes';
  } catch (error) {
    return sqlState(error) === '28P01' ? 'other password' : 'not yet';
  } finally {
    await client.end().catch(() => {});
  }
}

async function ensureDatabase(password: string, port: number): Promise<void> {
  for (let asked = 0; ; asked++) {
    const client = new pg.Client({ connectionString: address(password, port, 'postgres') });
    client.on('error', () => {});
    try {
      await client.connect();
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
      return;
    } catch (error) {
      // A server that is still recovering from a crash refuses connections for a while.
      if (asked >= 100) throw error;
      await wait(200);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** The port of last time if it is free, else any free one; remembered, so that tools can find the server. */
async function freePort(base: string): Promise<number> {
  const file = path.join(base, 'postgres.port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (await tryPort(last)) ?? (await tryPort(0));
  if (port === null) throw new Error('No free port for PostgreSQL on 127.0.0.1.');
  writeFileSync(file, String(port));
  return port;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => resolve(at && typeof at === 'object' ? at.port : null));
    });
  });
}

/** Fast shutdown: sessions are ended, data is written, nothing is lost. */
async function stopServer(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await wait(50);
}

/** Settles when the server is gone; waiting for that keeps no process alive. */
async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await wait(150, undefined, { ref: false });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A zombie still has an id; its parent (us) only has to notice.
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
}

/** A pid from an old file may belong to another program by now. */
function isPostgres(pid: number): boolean {
  const command = `/proc/${pid}/cmdline`;
  return !existsSync(command) || readFileSync(command, 'utf8').includes('postgres');
}
