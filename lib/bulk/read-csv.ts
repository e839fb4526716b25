import Papa from 'papaparse';
import { unguarded } from '#lib/csv.ts';
import { AppError } from '#lib/errors.ts';
import { columnKind } from './column-kind.ts';
import { textOfFile } from './text-of-file.ts';

/** A file as a table of texts. Every row has as many cells as there are heads, or more where the file has more. */
export type CsvTable = {
  heads: string[];
  rows: string[][];
  /** The first line held values and no names, so the columns have made-up ones. */
  headless: boolean;
};

export const mostRows = 10_000;
const mostColumns = 200;
const mostCellLength = 20_000;

/**
 * A CSV file as people and spreadsheets write it: commas, semicolons, tabs or bars; with or without a byte order mark;
 * UTF-8, UTF-16 or Windows-1252; `sep=;` in front; empty lines; the apostrophe that our own files put in front of a
 * text which a spreadsheet would run. Throws AppError INVALID that says what else it is and what to do.
 */
export function readCsv(bytes: Uint8Array): CsvTable {
  const text = textOfFile(bytes);
  const told = /^sep=(.)\r?\n/i.exec(text);
  const { data, errors, meta } = Papa.parse<string[]>(told ? text.slice(told[0].length) : text, {
    delimiter: told?.[1] ?? '',
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
  });
  const unclosed = errors.find((error) => error.code === 'MissingQuotes' || error.code === 'InvalidQuotes');
  if (unclosed) throw unreadable(quotesWords(data, unclosed.row));
  const [first, ...others] = data.map((row) => row.map(unguarded));
  if (!first)
    throw unreadable(
      'The file is empty. It needs a line with the names of its columns, then a line for each row.',
    );
  if (first.length === 1 && others.length > 0 && others.every((row) => row.length > 1))
    throw unreadable(
      `The first line is one text, the others have several columns separated by “${meta.delimiter}”. Remove what stands above the names of the columns.`,
    );
  if (first.length > mostColumns)
    throw unreadable(
      `The file has ${first.length} columns, more than ${mostColumns}. Remove those that are not needed.`,
    );
  const headless = first.some((cell) => ['email', 'phone', 'date'].includes(columnKind([cell]) ?? ''));
  const rows = headless ? [first, ...others] : others;
  if (rows.length === 0)
    throw unreadable(
      'The file has names of columns and no row below them. Add the rows, then upload it again.',
    );
  if (rows.length > mostRows)
    throw unreadable(
      `The file has ${rows.length.toLocaleString('en')} rows. Up to ${mostRows.toLocaleString('en')} can be done at once: split it.`,
    );
  const long = rows.findIndex((row) => row.some((cell) => cell.length > mostCellLength));
  if (long !== -1)
    throw unreadable(
      `Row ${long + 1} has a text of more than ${mostCellLength.toLocaleString('en')} characters. Shorten it, or check its quotation marks.`,
    );
  const width = Math.max(first.length, 1);
  return {
    heads: headless ? first.map((_, index) => `Column ${index + 1}`) : named(first),
    rows: rows.map((row) => filled(row, width)),
    headless,
  };
}

/** Every column has a name of its own: empty ones get one, and a second `Phone` becomes `Phone (2)`. */
function named(cells: readonly string[]): string[] {
  const used = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.trim().slice(0, 200) || `Column ${index + 1}`;
    let own = name;
    for (let count = 2; used.has(own); count += 1) own = `${name} (${count})`;
    used.add(own);
    return own;
  });
}

/** As wide as the heads; further cells stay only where something is in them, so that the row can be told to be wrong. */
function filled(row: readonly string[], width: number): string[] {
  const end = row.findLastIndex((cell, index) => index < width || cell.trim() !== '') + 1;
  return Array.from({ length: Math.max(width, end) }, (_, index) => row[index] ?? '');
}

function quotesWords(data: readonly string[][], row: number | undefined): string {
  const line = row === undefined ? data.length : row + 1;
  return `A quotation mark in or above line ${line} is opened and never closed, so its rows run into each other. Correct it, or save the table as CSV anew.`;
}

function unreadable(words: string): AppError {
  return new AppError('INVALID', words, { fields: [{ field: 'file', message: words }] });
}
