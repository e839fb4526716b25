import type { OperationField } from '#lib/operations/operation-fields.ts';
import type { Fills } from './bulk.schema.ts';
import { columnKind } from './column-kind.ts';
import { columnWords } from './column-words.ts';

/** Fields whose values have a look of their own, so that a column can be told by it. */
const toldByLook = new Set(['email', 'phone', 'zip', 'date', 'moment']);

type Table = { heads: readonly string[]; rows: readonly (readonly string[])[] };

/**
 * Which column fills which field, as far as that is plain: by the field's key, its label or another word for it; then
 * by the look of the values, where only one column and one field are left for it. Each column fills one field at most.
 */
export function recogniseColumns({ heads, rows }: Table, fields: readonly OperationField[]): Fills {
  const found = new Map<string, number>();
  const taken = new Set<number>();
  const take = (field: string, column: number) => {
    found.set(field, column);
    taken.add(column);
  };
  const plainHeads = heads.map(plainName);
  const namesOf = fields.map((field) => ({ field, names: columnWords(field).map(plainName) }));
  // A field's own name goes before another's synonym, whatever their order: `phone` is not taken for `mobile`.
  const rounds = Math.max(0, ...namesOf.map(({ names }) => names.length));
  for (let round = 0; round < rounds; round += 1) {
    for (const { field, names } of namesOf) {
      const name = names[round];
      const column = name ? plainHeads.findIndex((head, index) => head === name && !taken.has(index)) : -1;
      if (column !== -1 && !found.has(field.key)) take(field.key, column);
    }
  }
  const kinds = heads.map((_, index) => columnKind(rows.slice(0, 200).map((row) => row[index] ?? '')));
  for (const kind of toldByLook) {
    const columns = kinds.flatMap((own, index) => (own === kind && !taken.has(index) ? [index] : []));
    const open = fields.filter(({ key, words }) => words.kind === kind && !found.has(key));
    const [column] = columns;
    const [field] = open;
    if (columns.length === 1 && open.length === 1 && column !== undefined && field) take(field.key, column);
  }
  return Object.fromEntries([...found].map(([field, column]) => [field, { column }]));
}

/** `First Name`, `first_name` and `FirstName*` are one. */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
