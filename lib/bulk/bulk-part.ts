import type { WorkerAccess, WorkerPart } from '#lib/delivery/worker.ts';
import type { RecordProjection } from '#lib/records/store-observations.ts';
import { checkRows } from './check-rows.ts';
import { followActions } from './follow-actions.ts';
import { openBulks } from './open-bulks.ts';
import { runRows } from './run-rows.ts';

/** So long a bulk is worked at before it is looked whether another one was started, in milliseconds. */
const slice = 4_000;

/** What a slice of work at one bulk needs. */
export type BulkWork = WorkerAccess & {
  projections: readonly RecordProjection[];
  /** True once nothing new is to be begun: the slice is over, or the worker stops. */
  over: () => boolean;
};

/**
 * Checks and runs bulks. All it knows is in rows: a worker that dies leaves rows that are checked or done, and at most
 * a few that are being sent, whose actions say what became of them.
 */
export function bulkPart(projections: readonly RecordProjection[]): WorkerPart {
  return {
    name: 'bulk',
    everyMs: 500,
    run: async (access) => {
      await followActions(access.db);
      const bulks = await openBulks(access);
      const end = performance.now() + slice;
      const over = () => access.signal.aborted || performance.now() > end;
      const work: BulkWork = { ...access, projections, over };
      const ended = await Promise.allSettled(
        bulks.map((bulk) => (bulk.state === 'reading' ? checkRows(work, bulk) : runRows(work, bulk))),
      );
      // The others went on meanwhile; the worker writes down why this one could not, and it is tried again.
      for (const one of ended) if (one.status === 'rejected') throw one.reason;
    },
  };
}
