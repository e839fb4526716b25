import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let dataDir: string;
let busy: Server;
beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'heliograph-start-'));
  // PostgreSQL runs as another account where the tests run as root, and must be able to enter.
  chmodSync(dataDir, 0o755);
  busy = createServer().listen(0, '127.0.0.1');
  await once(busy, 'listening');
});
afterEach(() => {
  busy.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A whole Heliograph on a port that is taken, so that its start fails after PostgreSQL runs. */
function start(): ChildProcess {
  const address = busy.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return spawn(process.execPath, ['server.ts', 'all'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

const launched = () => existsSync(path.join(dataDir, 'postgres.port'));
const postgresRuns = () => existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'));

test('a start that fails says why and leaves no PostgreSQL running', { timeout: 60_000 }, async () => {
  const child = start();
  const [said] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'close')]);
  expect(child.exitCode).toBe(1);
  expect(said).toContain('is in use');
  expect({ launched: launched(), running: postgresRuns() }).toEqual({ launched: true, running: false });
});

test('a stop in the middle of a start leaves no PostgreSQL running', { timeout: 60_000 }, async () => {
  const child = start();
  const closed = once(child, 'close');
  await vi.waitFor(() => expect(postgresRuns()).toBe(true), { timeout: 40_000, interval: 20 });
  child.kill('SIGTERM');
  await closed;
  expect(child.signalCode).toBeNull();
  expect(postgresRuns()).toBe(false);
});
