type Line = { next: (() => void)[] };

/** The lines of this process, by name; one without anybody in it is not kept. */
const lines = new Map<string, Line>();

/**
 * Runs `work` when it is its turn in the line of this name, one at a time, first come first served. `came` is false
 * where the turn did not come before `deadline` (of `performance.now()`). Throws where `signal` ends the wait.
 */
export async function inLine<T>(
  name: string,
  deadline: number,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<{ came: true; value: T } | { came: false }> {
  signal?.throwIfAborted();
  const line = lines.get(name);
  if (!line) lines.set(name, { next: [] });
  else if (!(await turnIn(line, deadline, signal))) return { came: false };
  try {
    return { came: true, value: await work() };
  } finally {
    const next = lines.get(name)?.next.shift();
    if (next) next();
    else lines.delete(name);
  }
}

/** Whether the turn came; who gives up leaves the line. */
function turnIn(line: Line, deadline: number, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      line.next = line.next.filter((other) => other !== turn);
      settle();
    };
    const turn = () => end(() => resolve(true));
    const abort = () => end(() => reject(signal?.reason));
    const timer = setTimeout(() => end(() => resolve(false)), Math.max(0, deadline - performance.now()));
    signal?.addEventListener('abort', abort);
    line.next.push(turn);
  });
}
