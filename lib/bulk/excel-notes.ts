import type { RowNote } from './bulk.schema.ts';
import type { ExcelCell } from './raw-input.ts';

const why = 'as Excel writes text';

/**
 * What was put right in a row, from the cells as they stand in the file: where a text was first taken out of Excel's
 * way to write it, that is told too. One note for each field.
 */
export function excelNotes(notes: readonly RowNote[], excel: readonly ExcelCell[]): RowNote[] {
  const left = new Map(excel.map((cell) => [cell.field, cell]));
  const told = notes.map((note) => {
    const cell = note.kind === 'put-right' && left.get(note.field);
    if (!cell) return note;
    left.delete(note.field);
    return { ...note, from: cell.from, why: `${why}; ${note.why}` };
  });
  return [...told, ...[...left.values()].map((cell) => ({ kind: 'put-right' as const, ...cell, why }))];
}
