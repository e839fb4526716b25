import Papa from 'papaparse';

export type CsvCell = string | number | boolean | null | undefined;

/**
 * Beginnings that make a spreadsheet run a cell as a formula (`= + - @`, their full-width and small forms, `|` and `%`
 * of old add-ins), also behind white space and signs that are not seen; a tab or a new line in front; and an apostrophe,
 * so that one in front always is ours.
 */
const runs =
  /^[\s\0\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]|^[\t\r\n']/;

/**
 * Rows as lines of CSV (RFC 4180), each ended, so that pieces can be sent one after the other. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front, which makes it the text it is; whoever wants the
 * text itself takes that away again (`unguarded`). A number (`-5`) stays one. What no text file can hold,
 * NUL and half a surrogate pair, becomes U+FFFD.
 */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? storable(cell) : (cell ?? ''))),
  );
  return `${Papa.unparse(cells, { escapeFormulae: runs, newline: '\r\n' })}\r\n`;
}

/** A cell of such lines as it was: without the apostrophe that is ours. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && runs.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
