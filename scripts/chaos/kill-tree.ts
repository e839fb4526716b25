import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** SIGKILL to a process and its children, and waits (at most ten seconds) until all of them are gone. */
export async function killTree(pid: number): Promise<void> {
  const tree = [pid, ...childrenOf(pid)];
  for (const one of tree) kill(one);
  const until = Date.now() + 10_000;
  while (tree.some(isAlive)) {
    if (Date.now() > until) throw new Error(`Process ${pid} did not go away when it was killed.`);
    await wait(10);
  }
}

function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (child !== undefined && parent === pid ? [child] : []));
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile, which is just as well.
  }
}

/** A killed process whose parent has not noticed yet still has an id, but does nothing any more. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}
