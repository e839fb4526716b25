import { fetchedNote } from '#lib/catalog/fetched.ts';
import { listNotes } from '#lib/enerflo/lists/list-notes.ts';
import type { ReadingJob } from '../reading-job.ts';
import { changedSince } from './changed-since.ts';
import { readList } from './read-list.ts';
import { withMain } from './with-main.ts';

/**
 * Enerflo lists notes by when they were made and deleted ones with them (field facts 5.6): a catch-up looks at those of
 * so long before its time as well, in milliseconds. Older ones that were changed or deleted are not found.
 */
const LOOK_BACK = 30 * 86_400_000;

/** Reads the notes of all installs, or those that were made, changed or deleted since the reading's time. */
export async function readNotes(job: ReadingJob): Promise<void> {
  const { access, account, reading, signal } = job;
  const { since, connectionId } = reading;
  const createdAfter = since === null ? undefined : new Date(since.getTime() - LOOK_BACK);
  await readList(job, {
    part: 'notes',
    pages: (from) => listNotes(account, { share: 'bulk', from, signal, createdAfter }),
    read: async (rows) => {
      const told = withMain(rows, fetchedNote);
      const news = since === null ? told : await changedSince(access.db, connectionId, since, told);
      return { fetched: news.map(({ main }) => main), skipped: [] };
    },
  });
}
