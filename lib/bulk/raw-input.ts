import type { JsonObject } from '#lib/json.ts';
import type { BulkColumns } from './bulk.schema.ts';

/** What a row says by field of the operation, before anything is put right; empty cells say nothing. */
export function rawInput({ fills }: BulkColumns, cells: readonly string[]): JsonObject {
  const raw: JsonObject = {};
  for (const [field, fill] of Object.entries(fills)) {
    const text = ('column' in fill ? (cells[fill.column] ?? '') : fill.value).trim();
    if (text !== '') raw[field] = text;
  }
  return raw;
}
