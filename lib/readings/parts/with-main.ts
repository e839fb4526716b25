import type { Fetched } from '#lib/catalog/fetched.ts';
import type { JsonObject } from '#lib/json.ts';
import type { TellingRow } from './changed-since.ts';

/** The rows that name what they are of; others tell nothing that could be kept. */
export function withMain(rows: readonly JsonObject[], read: (row: JsonObject) => Fetched[]): TellingRow[] {
  return rows.flatMap((row) => {
    const [main] = read(row);
    return main ? [{ row, main }] : [];
  });
}
