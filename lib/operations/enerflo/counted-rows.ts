import type { Json } from '#lib/json.ts';
import { rowsOf } from '../read-answer.ts';

/** What a list brought, in words: `12 milestones were read.` */
export function countedRows(body: Json, one: string): string {
  const { length } = rowsOf(body);
  if (length === 0) return 'Enerflo told of none.';
  return length === 1
    ? `1 ${one} was read.`
    : `${length} ${one.endsWith('s') ? `${one}es` : `${one}s`} were read.`;
}
