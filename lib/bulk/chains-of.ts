import type { Operation } from '#lib/operations/operation.ts';
import type { ClaimedRow } from './claim-rows.ts';

/**
 * Rows about or for the same thing, or with an id of ours in common, together and in their order: sent at one time, either's
 * values might stay, or Enerflo make two. A row that has something in common with two others holds these together too.
 */
export function chainsOf(
  { about, madeFor, ownIds = [] }: Pick<Operation, 'about' | 'madeFor' | 'ownIds'>,
  rows: readonly ClaimedRow[],
): ClaimedRow[][] {
  const fields = [...(about ? [about.field] : []), ...(madeFor ? [madeFor] : []), ...ownIds];
  let chains: { keys: Set<string>; rows: ClaimedRow[] }[] = [];
  for (const row of rows) {
    const keys = fields.flatMap((field) => {
      const value = row.input[field];
      return value === undefined || value === null ? [] : [`${field} ${String(value)}`];
    });
    const joined = chains.filter((chain) => keys.some((key) => chain.keys.has(key)));
    chains = chains.filter((chain) => !joined.includes(chain));
    chains.push({
      keys: new Set([...keys, ...joined.flatMap((chain) => [...chain.keys])]),
      rows: [...joined.flatMap((chain) => chain.rows), row].sort((one, other) => one.number - other.number),
    });
  }
  return chains.map((chain) => chain.rows);
}
