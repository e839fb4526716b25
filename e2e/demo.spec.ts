import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';

// It has a database, stand-ins and a console of its own, and needs the built app: so it is here, without a browser.
test('the demo is there within a minute, and a short day of it is all in the console, with nothing failed', async () => {
  test.setTimeout(300_000);
  const dataDir = path.resolve('.data/e2e', randomUUID());
  const demo = startDemo(dataDir);
  try {
    // What is asked of it: a living console within a minute of its start.
    await Promise.race([
      demo.says(/Ready after \d+ s\./),
      demo.ended,
      wait(60_000, undefined, { ref: false }),
    ]);
    expect(demo.output()).toMatch(/Ready after \d+ s\./);
    const code = await demo.ended;
    expect(code, demo.output()).toBe(0);
    const said = demo.output();
    expect(said).toContain('All of it is there, and nothing failed without a cause.');
    // An empty day would be all there, too.
    expect(said).toMatch(/Compared with the stand-ins: .*[1-9]\d* × enerflo\.note/);
    expect(said).toMatch(/Deliveries: .*\b[1-9]\d* delivered/);
    expect(said).toMatch(/log: \d+ lines, 0 of them errors\./);
  } finally {
    await demo.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

function startDemo(dataDir: string) {
  const child = spawn(
    path.resolve('node_modules/.bin/node'),
    ['scripts/demo/main.ts', '--speed', '200', '--for', '20', '--check'],
    {
      // Any free ports; and its own admin, whatever this environment says.
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        PORT: '0',
        SANDBOX_CRM_PORT: '0',
        SANDBOX_ENERFLO_PORT: '0',
        SANDBOX_SUNNOVA_PORT: '0',
        ADMIN_EMAIL: '',
        ADMIN_PASSWORD: '',
      },
      // By the channel it notices when this process is gone.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const ended = endOf(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
  return {
    output: () => text,
    /** Settles with its exit code. */
    ended,
    says: async (words: RegExp) => {
      while (!words.test(text) && child.stdout) await once(child.stdout, 'data');
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  // `close` rather than `exit`: then all that it printed has been read.
  const [code] = await once(child, 'close');
  return typeof code === 'number' ? code : null;
}
