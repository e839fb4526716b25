import { type Fetched, fetchedInstall } from '#lib/catalog/fetched.ts';
import { listInstalls } from '#lib/enerflo/lists/list-installs.ts';
import { fetchInstall } from '../fetch-install.ts';
import { fetchMilestones } from '../fetch-milestones.ts';
import type { Brought } from '../keep-fetched.ts';
import type { ReadingJob } from '../reading-job.ts';
import { changedSince } from './changed-since.ts';
import { goneInstalls, knownInstalls, lastId } from './gone-installs.ts';
import { leftBefore } from './left-before.ts';
import { readEach } from './read-each.ts';
import { readList } from './read-list.ts';
import { withMain } from './with-main.ts';

/** An install to be read in full, with what the list told of it where it is listed. */
type Wanted = { id: string; listed: readonly Fetched[] };

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
      read: async (rows) => ({ fetched: rows.flatMap(fetchedInstall), skipped: [] }),
    });
    return;
  }

  // Once a run: for each step it would keep the database busy for minutes.
  const known = await knownInstalls(access.db, connectionId);
  await readList(job, {
    part: 'installs',
    pages,
    asks: true,
    mark: lastId,
    read: async (rows, after) => {
      const changed = await changedSince(access.db, connectionId, since, withMain(rows, fetchedInstall));
      const gone = goneInstalls(known, rows, after);
      const listed = changed.map(({ row, main }) => ({ id: main.id, listed: fetchedInstall(row) }));
      return inFull(job, [...listed, ...gone.map(unlisted)]);
    },
    end: async (after) => {
      const gone = goneInstalls(known, [], after);
      const left = await leftBefore(job, ['installs', 'milestones']);
      return inFull(job, [...new Set([...gone, ...left])].map(unlisted));
    },
  });
}

function unlisted(id: string): Wanted {
  return { id, listed: [] };
}

/** These installs with their milestones; of one that cannot be read in full what the list told. */
async function inFull(job: ReadingJob, wanted: readonly Wanted[]): Promise<Brought> {
  const { account, signal } = job;
  const probe = () => listInstalls(account, { share: 'bulk', signal }).next();
  const ids = wanted.map(({ id }) => id);
  const read = (installId: string) => fetchInstall(account, { installId }, { share: 'bulk', signal });
  const installs = await readEach(job, { part: 'installs', ids, read, probe });
  // One that is deleted for good tells nothing.
  const there = ids.filter((id) => installs.answers.get(id));
  const milestones = await readEach(job, {
    part: 'milestones',
    ids: there,
    read: (installId) => fetchMilestones(account, installId, signal),
    probe,
  });
  const fetched = wanted.flatMap(({ id, listed }) => [
    ...(installs.answers.has(id) ? (installs.answers.get(id) ?? []) : listed),
    ...(milestones.answers.get(id) ?? []),
  ]);
  return { fetched, skipped: [...installs.skipped, ...milestones.skipped] };
}
