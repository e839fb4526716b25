import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes this process the one that runs with a DATA_DIR; gives what lets it go. Throws a sentence where another lives:
 * two would share one PostgreSQL, and the first to stop would take it from the other. A dead one's claim counts for
 * nothing.
 */
export function claimDataDir(dataDir: string): () => void {
  const file = path.join(dataDir, 'server.pid');
  const other = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (other !== process.pid && isServer(other)) {
    throw new Error(
      `Heliograph runs already with this DATA_DIR (process ${other}): stop it first, or set another DATA_DIR.`,
    );
  }
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** Whether a process of this id lives and is one of ours; ids are used again. */
function isServer(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = `/proc/${pid}/cmdline`;
  return !existsSync(command) || readFileSync(command, 'utf8').includes('server.ts');
}
