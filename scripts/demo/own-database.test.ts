import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startOwnDatabase } from './own-database.ts';

test('a folder that has the data of a real installation is left alone', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'secrets.env'), 'SECRET_KEY=made-up\n');
  await expect(startOwnDatabase(folder)).rejects.toThrow('has the data of another Heliograph');
  expect(existsSync(path.join(folder, 'postgres'))).toBe(false);
});
