import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { claimDataDir } from './claim-data-dir.ts';

test('a folder that a living server uses is refused in a sentence; a dead one\u2019s is taken', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'heliograph-claim-'));
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'server.ts']);
  writeFileSync(path.join(folder, 'server.pid'), String(other.pid));
  expect(() => claimDataDir(folder)).toThrow(
    /runs already with this DATA_DIR \(process \d+\): stop it first/,
  );
  const gone = new Promise((resolve) => other.once('exit', resolve));
  other.kill('SIGKILL');
  await gone;
  claimDataDir(folder)();
  rmSync(folder, { recursive: true });
});
