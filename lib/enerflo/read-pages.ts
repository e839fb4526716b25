import type { Json, JsonObject } from '#lib/json.ts';
import { log } from '#lib/log.ts';
import type { OperationRequest } from '#lib/operations/operation-request.ts';
import type { EnerfloAccount, Share } from './enerflo-call.ts';
import { EnerfloError } from './enerflo-error.ts';
import { enerfloFailure } from './enerflo-failure.ts';
import { lookUpWords } from './look-up-words.ts';
import type { ListShape } from './rows-of.ts';

export type PagesOptions = {
  share: Share;
  /** The first page to read; 1 unless told. */
  from?: number;
  /** Waits for a place within the limit at most so long, each page anew. */
  patienceMs?: number;
  signal?: AbortSignal;
};

export type Page = {
  /** Rows that no earlier page had. */
  rows: JsonObject[];
  /** How many rows there are in all, where Enerflo says so. */
  total: number | null;
  /** Counted from 1. */
  page: number;
};

export type List = {
  /** The request of one page. */
  request: (page: number) => OperationRequest;
  /** Where rows and totals stand in an answer; null where it is no list. */
  shape: (body: Json) => ListShape | null;
  /** What tells one row from another. */
  key: (row: JsonObject) => string;
};

/** No account has so many pages; a list that goes on longer goes round. */
const mostPages = 20_000;
/** The smallest page size by itself (installs): a shorter first page is the only one. */
const leastFullPage = 25;

/**
 * The pages of a list, one request each, without trusting page sizes: Enerflo ignores some size parameters silently
 * (field facts 0.8). It ends where the told total or number of pages is reached, else at an empty page or one without
 * any new row. Throws EnerfloError where a page cannot be read; those before it were given.
 */
export async function* readPages(
  account: EnerfloAccount,
  list: List,
  { from = 1, ...options }: PagesOptions,
): AsyncGenerator<Page, void> {
  const seen = new Set<string>();
  // Rows of pages before `from`: at least so many, since no page before the last is shorter than the one read first.
  let before = 0;
  let totalHolds = true;
  for (let page = from; page < from + mostPages; page++) {
    const request = list.request(page);
    const result = await account.call(request, options);
    if (!result.ok) throw new EnerfloError(result);
    const shape = list.shape(result.body);
    if (!shape) {
      throw new EnerfloError(
        enerfloFailure('UNREADABLE', {
          arrived: 'no',
          status: result.status,
          exchange: result.exchange,
          said: 'The answer is no list.',
          whatToDo: lookUpWords.UNREADABLE,
        }),
      );
    }
    const { total, totalPages } = shape;
    if (page === from) before = (from - 1) * shape.rows.length;
    const rows = shape.rows.filter((row) => !seen.has(list.key(row)));
    // More rows after all that were told: it was the count of a page, not of the list.
    if (rows.length > 0 && total !== null && before + seen.size >= total) totalHolds = false;
    for (const row of rows) seen.add(list.key(row));
    if (rows.length > 0) yield { rows, total, page };
    const known = before + seen.size;
    if (rows.length === 0) {
      // Not an error of its own: rows may have gone while we read. But a parameter that is ignored looks the same.
      if (total !== null && known < total) {
        log().warn({ path: request.path, page, known, total }, 'Enerflo gave fewer rows than it told');
      }
      return;
    }
    if (totalPages !== null) {
      if (page >= totalPages) return;
    } else if (total !== null && totalHolds && known >= total) {
      // A total that is just the first page's length may be the count of that page: one more look tells.
      if (page > 1 || total !== shape.rows.length || total < leastFullPage) return;
    }
  }
  throw new EnerfloError(
    enerfloFailure('UNREADABLE', {
      arrived: 'no',
      said: `The list has no end after ${mostPages} pages.`,
      whatToDo: lookUpWords.UNREADABLE,
    }),
  );
}
