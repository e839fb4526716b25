/**
 * A function that starts `work`, or has it run once more if it is running: however often it is called meanwhile, one
 * run follows that began after the last call. Resolves with the end of the run that covers the call. `work` must not
 * throw.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (next) return next;
    if (!running) return start();
    next = running.then(() => {
      next = null;
      return start();
    });
    return next;
  };
}
