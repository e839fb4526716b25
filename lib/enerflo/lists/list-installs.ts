import type { EnerfloAccount } from '../enerflo-call.ts';
import { type Page, type PagesOptions, readPages } from '../read-pages.ts';
import { rowsOf } from '../rows-of.ts';
import { keyOf } from './key-of.ts';

export type InstallFilter = {
  /** As in the documentation of the list: `{field: 'updated_at', operator: '>=', value: '…'}`; all must hold. */
  filters?: readonly { field: string; operator: string; value: string }[];
  sortBy?: string;
};

/** The installs of an account, newest first (`GET /api/v3/installs`, field facts 5.2). Throws EnerfloError. */
export function listInstalls(
  account: EnerfloAccount,
  { filters = [], sortBy, ...options }: PagesOptions & InstallFilter,
): AsyncGenerator<Page, void> {
  const filter = Object.fromEntries(
    filters.flatMap(({ field, operator, value }, index) => [
      [`filter[filters][${index}][field]`, field],
      [`filter[filters][${index}][operator]`, operator],
      [`filter[filters][${index}][value]`, value],
    ]),
  );
  const query = {
    ...(sortBy === undefined ? {} : { sort_by: sortBy }),
    ...(filters.length === 0 ? {} : { 'filter[logic]': 'and', ...filter }),
  };
  return readPages(
    account,
    {
      request: (page) => ({
        method: 'GET',
        path: '/api/v3/installs',
        query: { page, per_page: 100, ...query },
      }),
      shape: (body) => rowsOf(body, ['installs']),
      key: keyOf('id'),
    },
    options,
  );
}
