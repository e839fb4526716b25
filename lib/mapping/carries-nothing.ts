import type { TraceRow } from './apply-mapping.ts';

/**
 * Whether none of the fields that rows look for was there: what is left is fixed values, or nothing, and sending it
 * would make an empty record at the destination. Rows of fixed values alone are meant so.
 */
export function carriesNothing(trace: readonly TraceRow[]): boolean {
  const looked = trace.filter((row) => row.source.kind !== 'constant');
  return looked.length > 0 && looked.every((row) => row.absent);
}
