/**
 * Everything that must hold, in a fresh clone: installs what is missing, then format and lint, types, dead code, unit
 * and database tests (the architecture among them), the build, browser tests, and short runs of bench and chaos. Goes
 * on after a failure, and ends with one line: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ensureBrowser, ensureBuild, ensureClient, ensurePackages, node, root } from './ensure.mjs';

const reports = mkdtempSync(path.join(tmpdir(), 'heliograph-test-'));
let passed = 0;
let failed = 0;

process.env.NODE_ENV = 'production';
ensurePackages();
ensureClient();
process.env.CHROMIUM_PATH = ensureBrowser() ?? '';

check('Format and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings']);
check('Route types', ['node_modules/next/dist/bin/next', 'typegen']);
check('Types', ['node_modules/typescript/bin/tsc', '--noEmit']);
check('Dead code', ['node_modules/knip/bin/knip.js']);

const units = path.join(reports, 'units.json');
suite(
  'Unit and database tests',
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${units}`,
  ],
  {
    file: units,
    count: (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests || report.numFailedTestSuites,
    }),
  },
);

step('Build', () => {
  ensureBuild();
  return true;
});

const pages = path.join(reports, 'pages.json');
suite('Browser tests', ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e'], {
  file: pages,
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: pages },
  count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
});

check('Bench, short', ['bench/main.ts', '--quick']);
check('Chaos, three rounds of each', ['scripts/chaos/main.ts', '--quick', '--rounds', '3']);

rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** A command that is one test: it passes when it ends well. */
function check(title, args) {
  step(title, () => start(args).status === 0);
}

/** A runner whose report says how many of its tests passed. */
function suite(title, args, { file, count, env = {} }) {
  console.log(`\n── ${title}`);
  const done = start(args, env);
  if (!existsSync(file)) return settle(title, false);
  const counted = count(JSON.parse(readFileSync(file, 'utf8')));
  // A runner that fails without a failed test (a broken set-up, an unhandled error) is a failure all the same.
  const hidden = done.status !== 0 && counted.failed === 0 ? 1 : 0;
  passed += counted.passed;
  failed += counted.failed + hidden;
  console.log(`${title}: ${counted.passed} passed, ${counted.failed + hidden} failed`);
}

function step(title, run) {
  console.log(`\n── ${title}`);
  const startedAt = Date.now();
  const well = run();
  settle(`${title} (${((Date.now() - startedAt) / 1000).toFixed(0)} s)`, well);
}

function settle(title, well) {
  if (well) passed++;
  else failed++;
  console.log(`${well ? 'passed' : 'FAILED'}: ${title}`);
}

function start(args, env = {}) {
  return spawnSync(node, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env, NODE_ENV: args[0].includes('vitest') ? 'test' : 'production' },
  });
}
