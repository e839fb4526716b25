/**
 * Everything that must hold, in a fresh clone: installs what is missing, then format and lint, types, dead code, unit
 * and database tests (the architecture among them), the build, browser tests, and short runs of bench and chaos. Goes
 * on after a failure, and ends with what failed and one line: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ensureBrowser, ensureBuild, ensureClient, ensurePackages, node, root } from './ensure.mjs';
import { readReport } from './test-report.mjs';

const reports = mkdtempSync(path.join(tmpdir(), 'heliograph-test-'));
let passed = 0;
// Named again at the end: of a long log, the end is what is read first and kept longest.
const failed = [];

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
  { file: units, read: readReport.vitest },
);

step('Build', () => {
  ensureBuild();
  return true;
});

const pages = path.join(reports, 'pages.json');
suite('Browser tests', ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e'], {
  file: pages,
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: pages },
  read: readReport.playwright,
});

check('Bench, short', ['bench/main.ts', '--quick']);
check('Chaos, three rounds of each', ['scripts/chaos/main.ts', '--quick', '--rounds', '3']);

rmSync(reports, { recursive: true, force: true });
if (failed.length > 0) console.log('\n── Failed');
for (const line of failed) console.log(`  ${line}`);
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);

/** A command that is one test: it passes when it ends well. */
function check(title, args) {
  step(title, () => start(args).status === 0);
}

/** A runner whose report says how many of its tests passed. */
function suite(title, args, { file, read, env = {} }) {
  console.log(`\n── ${title}`);
  const done = start(args, env);
  if (!existsSync(file)) return settle(title, false);
  const report = read(JSON.parse(readFileSync(file, 'utf8')));
  // A runner that fails without a failed test (a broken set-up, an unhandled error) is a failure all the same.
  if (done.status !== 0 && report.failed.length === 0) report.failed.push(title);
  passed += report.passed;
  failed.push(...report.failed);
  console.log(`${title}: ${report.passed} passed, ${report.failed.length} failed`);
}

function step(title, run) {
  console.log(`\n── ${title}`);
  const startedAt = Date.now();
  const well = run();
  settle(`${title} (${((Date.now() - startedAt) / 1000).toFixed(0)} s)`, well);
}

function settle(title, well) {
  if (well) passed++;
  else failed.push(title);
  console.log(`${well ? 'passed' : 'FAILED'}: ${title}`);
}

function start(args, env = {}) {
  return spawnSync(node, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env, NODE_ENV: args[0].includes('vitest') ? 'test' : 'production' },
  });
}
