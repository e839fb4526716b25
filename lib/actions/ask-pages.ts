import type { CallOptions, EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import { enerfloFailure } from '#lib/enerflo/enerflo-failure.ts';
import type { EnerfloResult } from '#lib/enerflo/enerflo-result.ts';
import { rowsOf } from '#lib/enerflo/rows-of.ts';
import type { Json } from '#lib/json.ts';
import type { OperationRequest } from '#lib/operations/operation-request.ts';

/** A list in which something is looked for by eye is not longer than this; else nothing is certain. */
const mostPages = 30;

/**
 * Asks for a list page by page until `find` finds something in one, or the list ends: what was just made may stand
 * behind what others made since. A request without a page is asked once. Gives the last answer, and what was found in
 * it; a list that does not end is a failure, since nobody knows that it is not there.
 */
export async function askPages<Found>(
  account: EnerfloAccount,
  request: OperationRequest,
  options: CallOptions,
  find: (body: Json) => Found | null,
): Promise<{ result: EnerfloResult; found: Found | null }> {
  const { page, ...query } = request.query ?? {};
  const first = page === undefined ? null : Number(page);
  const seen = new Set<string>();
  for (let place = 0; place < mostPages; place += 1) {
    const asked = first === null ? request : { ...request, query: { ...query, page: first + place } };
    const result = await account.call(asked, options);
    const found = result.ok ? find(result.body) : null;
    if (!result.ok || found !== null || first === null || isLast(result.body, first + place, seen))
      return { result, found };
  }
  return {
    result: enerfloFailure('UNREADABLE', {
      whatToDo: 'The list is too long to look through. Look in Enerflo itself.',
    }),
    found: null,
  };
}

/**
 * Whether a list ends with this page; `seen` are the rows so far, and takes up those of this page. A short page tells
 * nothing: Enerflo ignores the size that was asked for in silence (field facts 0.8). A total that is just the first
 * page may be the count of that page, so one more look tells.
 */
function isLast(body: Json, page: number, seen: Set<string>): boolean {
  const list = rowsOf(body, ['notes']);
  if (!list) return true;
  const before = seen.size;
  for (const row of list.rows) seen.add(JSON.stringify(row));
  if (seen.size === before) return true;
  if (list.totalPages !== null) return page >= list.totalPages;
  return list.total !== null && seen.size >= list.total && seen.size > list.rows.length;
}
