import type { BulkState } from '#lib/bulk/bulk-states.ts';

/**
 * After how many milliseconds the page of a bulk looks again. What stands still may be sent, or gone on with, from
 * another window or by a colleague: nobody is to see it as ready for long after that. What is done rarely moves.
 */
export function bulkRefresh(state: BulkState | undefined): number {
  if (state === 'reading' || state === 'running') return 1_000;
  return state === 'done' ? 15_000 : 3_000;
}
