import { AppError } from '#lib/errors.ts';

/** What an address has besides filters: which row is open, which saved view was chosen, or that none was. */
const places = ['event', 'entry', 'view', 'all'];

/**
 * The filters in what was copied from the address of a list: the whole address, or what stands behind its `?`. What only
 * says where one was on the page is left out. Throws AppError INVALID for a saved view by its id alone.
 */
export function copiedFilter(text: string): URLSearchParams {
  const isAddress = /^(https?:\/\/|\/)/.test(text);
  const query = isAddress ? text.replace(/^[^?]*/, '').replace(/#.*$/, '') : text;
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
