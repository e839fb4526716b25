import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Console = {
  url: string;
  /** Settles when it has ended, by itself or stopped. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

const patience = 60_000;

/**
 * Starts Heliograph (web and worker) with these settings and waits until it is ready. What it says goes to `logFile`.
 * It ends when this process does, whatever ends it. Throws with the end of its log where it does not start.
 */
export async function startConsole(settings: Record<string, string>, logFile: string): Promise<Console> {
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  // Of our own environment only what is no setting of Heliograph: another DATABASE_URL must not get in.
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server.ts', 'all'], {
    env: { PATH, HOME, TMPDIR, LANG, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  let isRunning = true;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isRunning = false;
      resolve();
    });
  });
  const stop = async () => {
    if (isRunning) child.kill('SIGTERM');
    await ended;
  };
  const url = `http://localhost:${settings.PORT}`;
  const until = Date.now() + patience;
  while (isRunning && Date.now() < until) {
    const answer = await fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return { url, ended, stop };
    await wait(100);
  }
  await stop();
  throw new Error(`The console did not start. It said:\n${lastLines(logFile)}`);
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
