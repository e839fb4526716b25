import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endWithUs } from './end-with-us.ts';

/** A process started by a bench or by chaos. What it says goes to `logFile`. */
export type RunningProcess = {
  pid: number;
  logFile: string;
  hasEnded: () => boolean;
  /** SIGKILL; settles when it is gone. */
  kill: () => Promise<void>;
  /** SIGTERM, and SIGKILL after ten seconds; settles when it is gone. */
  stop: () => Promise<void>;
};

/** Starts `node` with these arguments and, besides PATH and HOME, only the given environment (production). */
export function startProcess(
  args: readonly string[],
  environment: Record<string, string>,
  logFile: string,
): RunningProcess {
  mkdirSync(path.dirname(logFile), { recursive: true });
  const out = openSync(logFile, 'a');
  const inherited = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' as const };
  const child = spawn(process.execPath, args, {
    env: { ...inherited, ...environment },
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  const { pid } = child;
  if (pid === undefined) throw new Error(`Could not start node ${args.join(' ')}.`);
  let ended = false;
  const forget = endWithUs(() => child.kill('SIGKILL'));
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      ended = true;
      forget();
      resolve();
    });
  });
  const kill = () => {
    if (!ended) child.kill('SIGKILL');
    return gone;
  };
  return {
    pid,
    logFile,
    hasEnded: () => ended,
    kill,
    stop: async () => {
      if (!ended) child.kill('SIGTERM');
      const patience = new AbortController();
      await Promise.race([gone, wait(10_000, undefined, { signal: patience.signal }).catch(() => {})]);
      patience.abort();
      await kill();
    },
  };
}

/** Waits until `url` answers, whatever it says. Throws with the end of the process's log if it ends or 60 seconds pass first. */
export async function untilAnswers(url: string, running: RunningProcess): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until && !running.hasEnded()) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer) return;
    await wait(50);
  }
  const said = readFileSync(running.logFile, 'utf8').split('\n').slice(-20).join('\n');
  throw new Error(`${url} does not answer. The process said:\n${said}`);
}
