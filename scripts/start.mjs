/**
 * Runs a part of Heliograph from a fresh clone: installs, generates and builds what is missing, skips what is there,
 * then hands over to the Node.js that the project itself installs. Plain JavaScript without dependencies, because it
 * runs before there are any.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { ensureBrowser, ensureBuild, ensureClient, ensurePackages, node } from './ensure.mjs';

const parts = {
  all: { entry: ['server.ts', 'all'], build: true },
  web: { entry: ['server.ts', 'web'], build: true },
  worker: { entry: ['server.ts', 'worker'], build: false },
  sandbox: { entry: ['scripts/sandbox/main.ts'], build: false },
  demo: { entry: ['scripts/demo/main.ts'], build: true },
  cli: { entry: ['scripts/cli/main.ts'], build: false },
  bench: { entry: ['bench/main.ts'], build: true, browser: true },
  chaos: { entry: ['scripts/chaos/main.ts'], build: true },
  build: { entry: null, build: true },
};

const [name, ...rest] = process.argv.slice(2);
const part = parts[name];
if (!part) {
  console.error(`There is no part "${name}": it is one of ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
process.env.NODE_ENV ??= 'production';
ensurePackages();
ensureClient();
// Help needs nothing built.
if (part.build && !rest.includes('--help')) ensureBuild();
if (part.browser) process.env.CHROMIUM_PATH = ensureBrowser() ?? '';
if (part.entry) run([...part.entry, ...rest]);

/** The channel lets the child notice if this process is killed; signals are passed on. */
function run(args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  // Killed without a word, the program that started us leaves us to another parent.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1_000);
  watch.unref();
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
}
