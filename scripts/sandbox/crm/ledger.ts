import { open, readFile } from 'node:fs/promises';

/** A file of JSON lines that survives `kill -9`: a line is on disk once `append` settles. */
export type Ledger = { append: (line: unknown) => Promise<void>; close: () => Promise<void> };

/** Opens the ledger at `file`. Lines that wait while one sync runs share the next. */
export async function openLedger(file: string): Promise<Ledger> {
  // A process killed in the middle of a line leaves half of one: end it, so that the next stands by itself.
  const before = await readFile(file, 'utf8').catch(() => '');
  const handle = await open(file, 'a');
  let waiting = before === '' || before.endsWith('\n') ? '' : '\n';
  let next: Promise<void> | null = null;
  let last: Promise<void> = Promise.resolve();

  const flush = async (after: Promise<void>) => {
    await after;
    const lines = waiting;
    waiting = '';
    next = null;
    await handle.write(lines);
    await handle.datasync();
  };
  return {
    append: (line) => {
      waiting += `${JSON.stringify(line)}\n`;
      next ??= last = flush(last);
      return next;
    },
    close: async () => {
      await last;
      await handle.close();
    },
  };
}
