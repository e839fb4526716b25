const endings = new Set<() => void>();

/**
 * Calls `end` when this process ends before its time (Ctrl-C, SIGTERM, a crash, or its parent is gone), so that what
 * it started does not outlive it. Gives what takes that back. `end` must do its work at once, without waiting.
 */
export function endWithUs(end: () => void): () => void {
  listen();
  endings.add(end);
  return () => endings.delete(end);
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    for (const end of endings) end();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
  process.on('disconnect', () => process.exit(1));
  // Listening for that alone would keep this process alive.
  process.channel?.unref();
}
