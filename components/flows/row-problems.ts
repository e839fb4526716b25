import { mappingRowSchema } from '#lib/mapping/mapping.schema.ts';
import { mappingProblems } from '#lib/mapping/mapping-problems.ts';
import type { RowValue } from './flow-values.ts';

/** Rows that cannot stand beside each other (two for one target), while one types: row number to words. */
export function rowProblems(rows: readonly RowValue[]): Map<number, string> {
  const named = rows.flatMap(({ target }, index) => {
    const row = mappingRowSchema.safeParse({ target, source: { kind: 'constant', value: null } });
    return row.success ? [{ index, row: row.data }] : [];
  });
  const found = mappingProblems(named.map(({ row }) => row)).flatMap(({ row, message }) => {
    const index = named[row]?.index;
    return index === undefined ? [] : [[index, message] as const];
  });
  return new Map(found.reverse());
}
