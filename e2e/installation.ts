import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { expect } from '@playwright/test';
import { madeSecrets } from './made-secrets.ts';
import { secretsIn } from './planted.ts';

export type Installation = {
  url: string;
  dataDir: string;
  keys: Record<string, string>;
  /** Every secret of its own that is not to be said anywhere, by name. */
  secrets: Record<string, string>;
  /** What its processes printed so far. */
  output: () => string;
  /** Ends it. Throws when a secret that was ever made or planted stands in what its processes printed or logged. */
  stop: () => Promise<void>;
};

const node = path.resolve('node_modules/.bin/node');

/** Starts a Heliograph of its own: PostgreSQL, web and worker, as `npm start` does, on a free port. */
export async function startInstallation(settings: Record<string, string> = {}): Promise<Installation> {
  const dataDir = path.resolve('.data/e2e', randomUUID());
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const child = spawn(node, ['server.ts', 'all'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  await printed(child, output, 'Heliograph is at');
  const read = (name: string) => readFileSync(path.join(dataDir, name), 'utf8');
  const lines = read('keys.env').trim().split('\n');
  const keys = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  const { SUNNOVA_WEBHOOK_USER: _name, ...secretKeys } = keys;
  const { POSTGRES_PASSWORD = '', SECRET_KEY = '' } = parseEnv(read('secrets.env'));
  const secrets = {
    ...secretKeys,
    'key of the database': POSTGRES_PASSWORD,
    'key of everything': SECRET_KEY,
    ...(settings.ADMIN_PASSWORD ? { 'the admin’s password': settings.ADMIN_PASSWORD } : {}),
  };
  return {
    url: `http://localhost:${port}`,
    dataDir,
    keys,
    secrets,
    output,
    stop: async () => {
      await stop(child);
      const ofDatabase = existsSync(path.join(dataDir, 'postgres.log')) ? read('postgres.log') : '';
      rmSync(dataDir, { recursive: true, force: true });
      const all = { ...secrets, ...(await madeSecrets()) };
      expect(secretsIn(output(), all), 'in what it printed').toEqual([]);
      expect(secretsIn(ofDatabase, all), 'in the log of PostgreSQL').toEqual([]);
    },
  };
}

export type Sandbox = { url: string; port: number; stop: () => Promise<void> };

/** Starts the stand-in CRM on a free port. */
export async function startSandbox(): Promise<Sandbox> {
  const child = spawn(node, ['scripts/sandbox/main.ts', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  await printed(child, output, 'READY');
  const port = Number(/READY\D*(\d+)/.exec(output())?.[1]);
  return { url: `http://127.0.0.1:${port}`, port, stop: () => stop(child) };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  const take = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return () => text;
}

function printed(child: ChildProcess, output: () => string, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => output().includes(words) && resolve();
    child.stdout?.on('data', look);
    child.once('exit', () => reject(new Error(`It ended before it was ready:\n${output()}`)));
    look();
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() =>
        at && typeof at === 'object' ? resolve(at.port) : reject(new Error('no free port')),
      );
    });
  });
}
