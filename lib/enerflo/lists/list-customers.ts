import type { JsonObject } from '#lib/json.ts';
import type { EnerfloAccount } from '../enerflo-call.ts';
import { type Page, type PagesOptions, readPages } from '../read-pages.ts';
import { mapOf, rowsOf } from '../rows-of.ts';
import { keyOf } from './key-of.ts';

/** What PHP writes as `[]` where it is empty. */
const maps = ['integrations', 'surveys', 'owner', 'setter', 'creator', 'office', 'company'];

/**
 * The customers of an account, leads included (`GET /api/v1/customers`, field facts 5.7); with `search` those that
 * Enerflo finds for it. Rows carry `surveys` with their installs. Throws EnerfloError.
 */
export function listCustomers(
  account: EnerfloAccount,
  { search, ...options }: PagesOptions & { search?: string },
): AsyncGenerator<Page, void> {
  return readPages(
    account,
    {
      request: (page) => ({
        method: 'GET',
        path: '/api/v1/customers',
        query: { ...(search === undefined ? {} : { search }), page, pageSize: 100 },
      }),
      shape: (body) => {
        const shape = rowsOf(body, ['customers']);
        return shape && { ...shape, rows: shape.rows.map(withMaps) };
      },
      key: keyOf('id'),
    },
    options,
  );
}

function withMaps(row: JsonObject): JsonObject {
  const empty = maps.filter((name) => Array.isArray(row[name]) && row[name].length === 0);
  return { ...row, ...Object.fromEntries(empty.map((name) => [name, mapOf(row[name])])) };
}
