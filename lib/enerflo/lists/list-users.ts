import type { EnerfloAccount } from '../enerflo-call.ts';
import { type Page, type PagesOptions, readPages } from '../read-pages.ts';
import { rowsOf } from '../rows-of.ts';
import { keyOf } from './key-of.ts';

/**
 * The users that the key sees (`GET /api/v3/users`, field facts 0.8): `per_page` counts there, `pageSize` is ignored
 * and gives 100 of them. Sub-companies' users are among them. Throws EnerfloError.
 */
export function listUsers(account: EnerfloAccount, options: PagesOptions): AsyncGenerator<Page, void> {
  return readPages(
    account,
    {
      request: (page) => ({ method: 'GET', path: '/api/v3/users', query: { page, per_page: 500 } }),
      shape: (body) => rowsOf(body, ['users']),
      key: keyOf('id'),
    },
    options,
  );
}
