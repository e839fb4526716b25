import type { JsonObject } from '#lib/json.ts';
import type { BulkColumns } from './bulk.schema.ts';
import { excelText } from './excel-text.ts';

/** A cell in Excel's way to write a text, and the text, by the field that it fills. */
export type ExcelCell = { field: string; from: string; to: string };

type RawInput = { raw: JsonObject; excel: ExcelCell[] };

/**
 * What a row says by field of the operation, before anything is put right; empty cells say nothing. Of a file, what
 * Excel means by a cell is what it says: those are named.
 */
export function rawInput({ fills, origin }: BulkColumns, cells: readonly string[]): RawInput {
  const raw: JsonObject = {};
  const excel: ExcelCell[] = [];
  for (const [field, fill] of Object.entries(fills)) {
    const from = ('column' in fill ? (cells[fill.column] ?? '') : fill.value).trim();
    const to = 'column' in fill && origin === 'file' ? excelText(from).trim() : from;
    if (to === '') continue;
    raw[field] = to;
    if (to !== from) excel.push({ field, from, to });
  }
  return { raw, excel };
}
