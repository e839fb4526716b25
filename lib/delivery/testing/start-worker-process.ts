import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { testSecretKey } from './factory.ts';

export type WorkerProcess = {
  child: ChildProcess;
  /** Everything it wrote so far. */
  output: () => string;
  /** Resolves when it has ended, with its exit code; null where a signal ended it. */
  ended: Promise<number | null>;
};

/** Starts a worker process on the database at `url` and waits until it works. The caller ends it. */
export async function startWorkerProcess(
  url: string,
  settings: Record<string, string> = {},
): Promise<WorkerProcess> {
  const script = path.join(import.meta.dirname, 'worker-process.ts');
  const child = spawn(process.execPath, [script], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: url,
      SECRET_KEY: testSecretKey,
      OUTBOUND_ALLOW: '127.0.0.0/8',
      DELIVERY_RETRIES: '0,0,1,1,1,1,1,1,1,1',
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const ended = once(child, 'exit').then(([code]): number | null => code);
  await Promise.race([
    new Promise<void>((resolve) => {
      child.stdout.on('data', () => output.includes('ready') && resolve());
    }),
    ended.then((code) => {
      throw new Error(`the worker ended with ${code} before it was ready`);
    }),
  ]);
  return { child, output: () => output, ended };
}
