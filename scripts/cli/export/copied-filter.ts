import { AppError } from '#lib/errors.ts';

/** What an address has besides filters: which row is open, which saved view was chosen, or that none was. */
const places = ['event', 'entry', 'view', 'all'];

/**
 * The filters in what was copied from the address of a list (`events`, `audit`): the whole address, or what stands behind
 * its `?`. What only says where one was on the page is left out. Throws AppError INVALID for the address of another page,
 * and for a saved view by its id alone.
 */
export function copiedFilter(text: string, list: string): URLSearchParams {
  // In what stands behind the `?` a name comes first.
  const address = /^(?:https?:\/\/|\/|[^?=&]+(?=\?))[^?]*/.exec(text)?.[0];
  if (address !== undefined && !address.replace(/#.*$/, '').endsWith(`/${list}`))
    throw new AppError(
      'INVALID',
      `This is not the address of the list that is exported (…/${list}): ${address}`,
    );
  const query = address === undefined ? text : text.slice(address.length).replace(/#.*$/, '');
  const params = new URLSearchParams(query.replace(/^\?/, ''));
  const view = params.get('view');
  for (const name of places) params.delete(name);
  if (view && params.size === 0)
    throw new AppError(
      'INVALID',
      'The address names a saved view, but none of its filters. Open the view, wait until its rows are there, and copy the address again.',
    );
  return params;
}
