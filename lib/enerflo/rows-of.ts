import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';

export type ListShape = { rows: JsonObject[]; total: number | null; totalPages: number | null };

const rowKeys = ['results', 'data', 'items', 'rows'];
const totalKeys = ['total', 'dataCount', 'total_count', 'totalCount', 'totalItemCount'];
const pagesKeys = ['totalPages', 'total_pages', 'last_page', 'totalPageCount'];

/**
 * The rows of a list answer with its totals, wherever they stand: `{results, total}` (installs), `{data, dataCount}`
 * (v1), `{notes, totalPages}`, a bare list, Laravel's `{data: {data, total, last_page}}` or `{data, meta}`; `names` are
 * further keys for the rows. An empty map is an empty list, and a map of numbered rows a list: PHP tells no difference.
 * Null where there is none.
 */
export function rowsOf(body: Json, names: readonly string[] = []): ListShape | null {
  if (Array.isArray(body)) return { rows: body.filter(isJsonObject), total: null, totalPages: null };
  if (!isJsonObject(body)) return null;
  for (const name of [...names, ...rowKeys]) {
    const found = body[name];
    if (found === undefined || found === null) continue;
    const list = listOf(found);
    if (list) {
      const told = [body, ...[body.meta, body.pagination].filter(isJsonObject)];
      return {
        rows: list.filter(isJsonObject),
        total: firstNumber(told, totalKeys),
        totalPages: firstNumber(told, pagesKeys),
      };
    }
    const within = rowsOf(found, names);
    if (within) return within;
  }
  return null;
}

/** A list as PHP may write it: `[…]`, `{}` for an empty one, `{"0": …, "1": …}` where one was taken out. */
export function listOf(value: Json | undefined): Json[] | null {
  if (Array.isArray(value)) return value;
  if (!isJsonObject(value)) return null;
  return Object.keys(value).every((key) => /^\d+$/.test(key)) ? Object.values(value) : null;
}

/** A map as PHP may write it: `[]` for an empty one. Anything else that is no map is an empty one too. */
export function mapOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function firstNumber(places: readonly JsonObject[], keys: readonly string[]): number | null {
  for (const place of places) {
    for (const key of keys) {
      const value = place[key];
      const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
      if (typeof number === 'number' && Number.isFinite(number)) return number;
    }
  }
  return null;
}
