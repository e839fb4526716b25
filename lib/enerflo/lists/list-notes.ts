import type { EnerfloAccount } from '../enerflo-call.ts';
import { type Page, type PagesOptions, readPages } from '../read-pages.ts';
import { rowsOf } from '../rows-of.ts';
import { keyOf } from './key-of.ts';

/**
 * The notes of all installs, oldest first (`GET /api/v3/installs/notes`, field facts 5.6), or those made after a time.
 * `newestFirst`: the other way round; that `desc` is taken is assumed from `asc`. In a row `note_id` is the note and
 * `id` the install. Throws EnerfloError.
 */
export function listNotes(
  account: EnerfloAccount,
  {
    createdAfter,
    newestFirst = false,
    ...options
  }: PagesOptions & { createdAfter?: Date; newestFirst?: boolean },
): AsyncGenerator<Page, void> {
  const since: Record<string, string> =
    createdAfter === undefined ? {} : { created_after: createdAfter.toISOString() };
  return readPages(
    account,
    {
      request: (page) => ({
        method: 'GET',
        path: '/api/v3/installs/notes',
        query: { page, pageSize: 100, ...since, orderDir: newestFirst ? 'desc' : 'asc' },
      }),
      shape: (body) => rowsOf(body, ['notes']),
      key: keyOf('note_id'),
    },
    options,
  );
}
