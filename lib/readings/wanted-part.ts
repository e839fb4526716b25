import { Prisma } from '#lib/db/generated/client.ts';
import type { WorkerPart } from '#lib/delivery/worker.ts';
import type { RecordProjection } from '#lib/records/store-observations.ts';
import { tryWanted } from './try-wanted.ts';

/** Wanted installs of one run. */
const BATCH = 20;

/**
 * Asks Enerflo again for full installs that were not there yet: when an event of them came, and now and then. Two
 * workers may ask for one at the same time: whoever is second finds it settled.
 */
export function wantedPart(projections: readonly RecordProjection[]): WorkerPart {
  return {
    name: 'wanted installs',
    everyMs: 2_000,
    run: async ({ signal, ...access }) => {
      const due = await access.db.$queryRaw<{ id: string }[]>(Prisma.sql`
        SELECT id FROM wanted_install WHERE state = 'waiting' AND due_at <= clock_timestamp()
        ORDER BY due_at LIMIT ${BATCH}`);
      for (const { id } of due) {
        if (signal.aborted) return;
        await tryWanted({ access, projections, signal }, id, 'bulk');
      }
    },
  };
}
