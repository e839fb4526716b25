import { fetchedNote } from '#lib/catalog/fetched.ts';
import { listNotes } from '#lib/enerflo/lists/list-notes.ts';
import type { ReadingJob } from '../reading-job.ts';
import { readList } from './read-list.ts';
import { withMain } from './with-main.ts';

/**
 * Reads the notes of all installs, or those made since the reading's time. Enerflo does not tell which older notes
 * were changed or deleted.
 */
export async function readNotes(job: ReadingJob): Promise<void> {
  const { account, reading, signal } = job;
  const { since } = reading;
  const createdAfter = since ?? undefined;
  await readList(job, {
    part: 'notes',
    pages: (from) => listNotes(account, { share: 'bulk', from, signal, createdAfter }),
    read: async (rows) => {
      const notes = withMain(rows, fetchedNote).map(({ main }) => main);
      // Where Enerflo ignored the filter older ones come too.
      return notes.filter(({ fields: { createdAt } }) => {
        return since === null || typeof createdAt !== 'string' || new Date(createdAt) >= since;
      });
    },
  });
}
