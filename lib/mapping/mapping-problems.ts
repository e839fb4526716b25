import { joinPath, splitPath } from '#lib/json.ts';
import type { MappingRow } from './mapping.schema.ts';

/** What is wrong with one row, in words; `row` counts from 0. */
export type MappingProblem = { row: number; target: string; message: string };

/** Names that would reach into JavaScript's own objects at whoever reads the body. */
const refusedNames = new Set(['__proto__', 'constructor', 'prototype']);

/** Every reason why these rows cannot build one body, whatever the event. None: they can. */
export function mappingProblems(rows: readonly MappingRow[]): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const firstRow = new Map<string, number>();
  const paths = rows.map((row) => splitPath(row.target));
  for (const [row, parts] of paths.entries()) {
    const target = rows[row]?.target ?? '';
    const tell = (message: string) => problems.push({ row, target, message });
    const refused = parts.find((part) => refusedNames.has(part));
    if (parts.length === 0) tell('The row names no target field.');
    else if (refused !== undefined) tell(`A target field cannot be named ${refused}.`);
    const earlier = firstRow.get(joinPath(parts));
    if (earlier !== undefined) tell(`Row ${earlier + 1} fills ${target} already.`);
    else firstRow.set(joinPath(parts), row);
  }
  for (const [row, parts] of paths.entries()) {
    for (let length = 1; length < parts.length; length++) {
      const outer = firstRow.get(joinPath(parts.slice(0, length)));
      if (outer === undefined) continue;
      const target = rows[row]?.target ?? '';
      const message = `Row ${outer + 1} fills ${rows[outer]?.target} as a whole, so ${target} cannot go inside it.`;
      problems.push({ row, target, message });
    }
  }
  return problems;
}
