import { type Fetched, fetchedInstall } from '#lib/catalog/fetched.ts';
import { listInstalls } from '#lib/enerflo/lists/list-installs.ts';
import { fetchInstall } from '../fetch-install.ts';
import { fetchMilestones } from '../fetch-milestones.ts';
import type { ReadingJob } from '../reading-job.ts';
import { changedSince } from './changed-since.ts';
import { goneInstalls, lastId } from './gone-installs.ts';
import { inParallel } from './in-parallel.ts';
import { readList } from './read-list.ts';
import { withMain } from './with-main.ts';

/**
 * Reads the installs. An initial load keeps what the list tells of each. A catch-up reads the whole list too, a
 * request for each hundred, because it is newest first by when an install was made and says nothing of the order of
 * changes, and because filters that a server ignores or misreads would hide what was missed. Each install that
 * changed since, and each that is not listed any more, is then read in full with its milestones.
 */
export async function readInstalls(job: ReadingJob): Promise<void> {
  const { access, account, reading, signal } = job;
  const { since, connectionId } = reading;
  const pages = (from: number) => listInstalls(account, { share: 'bulk', from, signal });

  if (since === null) {
    await readList(job, {
      part: 'installs',
      pages,
      read: async (rows) => rows.flatMap(fetchedInstall),
    });
    return;
  }

  const inFull = async (ids: readonly string[]): Promise<Fetched[]> => {
    const read = await inParallel(ids, async (installId) => {
      const install = await fetchInstall(account, { installId }, { share: 'bulk', signal });
      return install && [...install, ...(await fetchMilestones(account, installId, signal))];
    });
    // One that is deleted for good tells nothing.
    return read.flatMap((one) => one ?? []);
  };
  await readList(job, {
    part: 'installs',
    pages,
    asks: true,
    mark: lastId,
    read: async (rows, after) => {
      const changed = await changedSince(access.db, connectionId, since, withMain(rows, fetchedInstall));
      const gone = await goneInstalls(access.db, connectionId, rows, after);
      return inFull([...changed.map(({ main }) => main.id), ...gone]);
    },
    end: async (after) => inFull(await goneInstalls(access.db, connectionId, [], after)),
  });
}
