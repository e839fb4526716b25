import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workerParts } from './worker-parts.ts';

test('every part of a worker that is written is run by workers', () => {
  const named = globSync('lib/**/*.ts')
    .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('lib/runtime/'))
    .map((file) => readFileSync(file, 'utf8'))
    .filter((code) => /export (const|function) .*\bWorkerPart (=|\{)/.test(code))
    .map((code) => /\bname: '([^']+)'/.exec(code)?.[1]);
  expect(named.length).toBeGreaterThan(4);
  expect(workerParts.map(({ name }) => name).sort()).toEqual(named.sort());
});
