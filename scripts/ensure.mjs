/** What a fresh clone lacks, and how to tell that it is there: each step leaves a stamp of what it was made from. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, 'node_modules', '.bin');
/** The Node.js of the package `node`: the same version everywhere, whatever the machine has. */
export const node = path.join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
process.chdir(root);

export function ensurePackages() {
  const stamp = path.join(root, 'node_modules', '.heliograph');
  const wanted = digest(['package-lock.json']);
  if (isStamped(stamp, wanted) && existsSync(node)) return;
  say('Installing packages …');
  // Not `npm ci`: it refuses a lock file that lacks the optional packages of other platforms. This installs the locked
  // versions all the same, and writes nothing.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev']);
  writeFileSync(stamp, wanted);
}

export function ensureClient() {
  const stamp = path.join(root, 'lib/db/generated/.heliograph');
  const wanted = digest(['prisma/schema.prisma', 'package-lock.json']);
  if (isStamped(stamp, wanted)) return;
  say('Generating the database client …');
  // `generate` never starts the schema engine, but the CLI downloads it unless it is told of some executable.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  run(node, ['node_modules/prisma/build/index.js', 'generate', '--schema', 'prisma/schema.prisma'], env);
  writeFileSync(stamp, wanted);
}

export function ensureBuild() {
  const stamp = path.join(root, '.next/.heliograph');
  const sources = [
    'app',
    'components',
    'lib',
    'public',
    'next.config.mjs',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ];
  const wanted = digest(sources);
  if (isStamped(stamp, wanted)) return;
  say('Building the console …');
  run(node, ['node_modules/next/dist/bin/next', 'build'], {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  compressFiles(path.join(root, '.next/static'));
  writeFileSync(stamp, wanted);
}

/** Beside each script and style its Brotli and its gzip form, as lib/runtime/static-files.ts sends them. */
function compressFiles(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Shows a command's output only if it fails. Ends this process then. */
export function run(command, args, env = process.env) {
  const done = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (done.status === 0) return;
  console.error(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? `${done.error.message}\n` : ''}`);
  console.error(`This step failed: ${path.basename(command)} ${args.join(' ')}`);
  process.exit(1);
}

export function say(text) {
  console.error(text);
}

function isStamped(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** One hash over the names and contents of files and folders; tests and generated files do not count. */
export function digest(names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap(filesIn).sort()) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(name) {
  const full = path.join(root, name);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [full];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter(
      (file) =>
        !file.includes(`${path.sep}generated${path.sep}`) && !file.includes(`${path.sep}testing${path.sep}`),
    );
}

/** The path of a Chromium for browser tests; null leaves the choice to Playwright, which has one of its own then. */
export function ensureBrowser() {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = process.env.CHROMIUM_PATH ?? known.find((file) => existsSync(file));
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env,
    });
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  run(node, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  return null;
}
