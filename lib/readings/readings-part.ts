import type { WorkerPart } from '#lib/delivery/worker.ts';
import type { RecordProjection } from '#lib/records/store-observations.ts';
import { claimReading } from './claim-reading.ts';
import { runReading } from './run-reading.ts';

/**
 * Reads what is to be read of Enerflo accounts into records: one reading at a time, some seconds each, so that none
 * keeps the others waiting. `projections`: what is kept of records besides themselves.
 */
export function readingsPart(projections: readonly RecordProjection[]): WorkerPart {
  return {
    name: 'readings',
    everyMs: 1_000,
    run: async ({ workerId, signal, ...access }) => {
      const reading = signal.aborted ? null : await claimReading(access.db, workerId);
      if (reading) await runReading({ access, workerId, signal, projections }, reading);
    },
  };
}
