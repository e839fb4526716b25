import { fetchedNote } from '#lib/catalog/fetched.ts';
import { listNotes } from '#lib/enerflo/lists/list-notes.ts';
import { partOf, type ReadingJob, takeStep } from '../reading-job.ts';
import { changedSince } from './changed-since.ts';
import { readList } from './read-list.ts';
import { wholeNotesDue } from './whole-notes-due.ts';
import { withMain } from './with-main.ts';

/**
 * Enerflo lists notes by when they were made and deleted ones with them (field facts 5.6): a catch-up looks at those of
 * so long before its time as well, in milliseconds; one a week at all of them.
 */
const LOOK_BACK = 30 * 86_400_000;

/**
 * Reads the notes of all installs, or those that were made, changed or deleted since the reading's time and, of older
 * ones, those that say something else than what is known.
 */
export async function readNotes(job: ReadingJob): Promise<void> {
  const { access, account, reading, signal } = job;
  const { since, connectionId } = reading;
  const whole = since === null || (await readsWhole(job));
  const createdAfter = whole ? undefined : new Date(since.getTime() - LOOK_BACK);
  await readList(job, {
    part: 'notes',
    pages: (from) => listNotes(account, { share: 'bulk', from, signal, createdAfter }),
    read: async (rows) => {
      const told = withMain(rows, fetchedNote);
      const news =
        since === null ? told : await changedSince(access.db, connectionId, since, told, { compare: true });
      return { fetched: news.map(({ main }) => main), skipped: [] };
    },
  });
}

/** Whether this catch-up reads all notes: decided once, since its pages are those of one list to the end. */
async function readsWhole(job: ReadingJob): Promise<boolean> {
  const { whole, read } = partOf(job, 'notes');
  if (whole !== null) return whole;
  // One that a worker before this rule began is in the middle of the short list.
  const due = read === 0 && (await wholeNotesDue(job));
  await takeStep(job, 'notes', { whole: due }, []);
  return due;
}
