import type { OperationField } from '#lib/operations/operation-fields.ts';
import type { Fills } from './bulk.schema.ts';
import { columnFits } from './column-fits.ts';
import { columnKind } from './column-kind.ts';
import { columnWords } from './column-words.ts';

/** Fields whose values have a look of their own, so that a column can be told by it. */
const toldByLook = new Set(['email', 'phone', 'zip', 'date', 'moment']);

type Table = { heads: readonly string[]; rows: readonly (readonly string[])[] };

/**
 * Which column fills which field, as far as that is plain: by the field's key or label, or by another word for it where
 * the values can be meant for it; then by the look of the values, where only one column is left and the operation has
 * only one field like that. Each column fills one field at most.
 */
export function recogniseColumns({ heads, rows }: Table, fields: readonly OperationField[]): Fills {
  const found = new Map<string, number>();
  const taken = new Set<number>();
  const take = (field: string, column: number) => {
    found.set(field, column);
    taken.add(column);
  };
  const plainHeads = heads.map(plainName);
  const valuesOf = heads.map((_, index) => rows.slice(0, 200).map((row) => row[index] ?? ''));
  const namesOf = fields.map((field) => ({ field, names: columnWords(field).map(plainName) }));
  // A field's own name goes before another's synonym, whatever their order: `phone` is not taken for `mobile`.
  const rounds = Math.max(0, ...namesOf.map(({ names }) => names.length));
  for (let round = 0; round < rounds; round += 1) {
    for (const { field, names } of namesOf) {
      const name = names[round];
      const isOwn = name === plainName(field.key) || name === plainName(field.words.label);
      const column = plainHeads.findIndex(
        (head, index) =>
          name &&
          head === name &&
          !taken.has(index) &&
          (isOwn || columnFits(field.words.kind, valuesOf[index] ?? [])),
      );
      if (column !== -1 && !found.has(field.key)) take(field.key, column);
    }
  }
  const kinds = valuesOf.map(columnKind);
  for (const kind of toldByLook) {
    const columns = kinds.flatMap((own, index) => (own === kind && !taken.has(index) ? [index] : []));
    // A date may be any of the three of a milestone, also where the two others have their columns.
    const alike = fields.filter(({ words }) => words.kind === kind);
    const [column] = columns;
    const [field] = alike;
    if (columns.length === 1 && alike.length === 1 && column !== undefined && field && !found.has(field.key))
      take(field.key, column);
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
