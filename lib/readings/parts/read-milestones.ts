import type { Fetched } from '#lib/catalog/fetched.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { listInstalls } from '#lib/enerflo/lists/list-installs.ts';
import { fetchInstall } from '../fetch-install.ts';
import { fetchMilestones } from '../fetch-milestones.ts';
import { type Brought, keepFetched } from '../keep-fetched.ts';
import { partOf, type ReadingJob, type TakenReading, takeStep } from '../reading-job.ts';
import { databaseNow } from '../tell-fetched.ts';
import { changedSince } from './changed-since.ts';
import { doneSince } from './done-since.ts';
import { countRecords, heardOfLately } from './heard-of-lately.ts';
import { readEach } from './read-each.ts';

const STEP = 20;
const NONE = '00000000-0000-0000-0000-000000000000';

/**
 * Reads the milestones of installs that are known of the account, in the order of the records: of every one, or in a
 * catch-up of those that were heard of lately and are not voided, since nobody says that an edit of a milestone moves
 * the install's own time. An install of which the same catch-up learnt something was read with its milestones.
 */
export async function readMilestones(job: ReadingJob): Promise<void> {
  const { access, account, reading, signal } = job;
  const { db } = access;
  while (!partOf(job, 'milestones').done && !job.due()) {
    const { after, read, ms, total: told } = partOf(job, 'milestones');
    const asked = Date.now();
    // What a catch-up counted ahead is less those that it read in full meanwhile.
    const total = after === null ? await countRecords(db, toBeRead(reading)) : told;
    const at = await databaseNow(db);
    const installs = await db.$queryRaw<{ id: string; externalId: string }[]>(Prisma.sql`
      SELECT r.id, r.external_id AS "externalId" FROM record r
      WHERE ${toBeRead(reading)} AND r.id > ${after ?? NONE}::uuid ORDER BY r.id LIMIT ${STEP}`);
    const { answers, skipped } = await readEach(job, {
      part: 'milestones',
      ids: installs.map(({ externalId }) => externalId),
      read: (installId) => fetchMilestones(account, installId, signal),
      probe: () => listInstalls(account, { share: 'bulk', signal }).next(),
    });
    const news = await newsOf(job, answers);
    const change = {
      after: installs.at(-1)?.id ?? after,
      read: read + installs.length,
      total,
      ms: ms + (Date.now() - asked),
      done: installs.length < STEP,
    };
    await keepFetched(job, 'milestones', change, {
      at,
      fetched: news.fetched,
      skipped: [...skipped, ...news.skipped],
    });
  }
}

/** Before a catch-up begins: how many installs it will ask for, so that the time it takes is told from its start. */
export async function countMilestones(job: ReadingJob): Promise<void> {
  const { access, reading } = job;
  if (reading.since === null || partOf(job, 'milestones').total !== null) return;
  const total = await countRecords(access.db, toBeRead(reading));
  await takeStep(job, 'milestones', { total }, []);
}

/**
 * All of them; in a catch-up those that changed, with their installs in full, which tell where they stand themselves. A
 * milestone that nobody told of before is no news where its row tells neither a time nor that it was completed since.
 */
async function newsOf(
  job: ReadingJob,
  milestones: ReadonlyMap<string, readonly Fetched[]>,
): Promise<Brought> {
  const { access, account, reading, signal } = job;
  const { since, connectionId } = reading;
  const all = [...milestones.values()].flat();
  if (since === null) return { fetched: all, skipped: [] };
  const rows = all.map((main) => ({ row: main.fields, main }));
  const changed = await changedSince(access.db, connectionId, since, rows, {
    compare: true,
    isNew: doneSince,
  });
  const ids = new Set(changed.map(({ main }) => main.id));
  const { answers, skipped } = await readEach(job, {
    part: 'installs',
    ids: [...milestones].flatMap(([installId, told]) =>
      told.some(({ id }) => ids.has(id)) ? [installId] : [],
    ),
    read: (installId) => fetchInstall(account, { installId }, { share: 'bulk', signal }),
    probe: () => listInstalls(account, { share: 'bulk', signal }).next(),
  });
  const installs = [...answers.values()].flatMap((fetched) => fetched ?? []);
  return { fetched: [...installs, ...changed.map(({ main }) => main)], skipped };
}

/** Which installs: in a catch-up those heard of lately of which it learnt nothing so far. */
function toBeRead({ id, connectionId, since, progress }: TakenReading): Prisma.Sql {
  if (since === null)
    return Prisma.sql`r.connection_id = ${connectionId}::uuid AND r.kind = 'enerflo.install'`;
  // What this reading gave up already is for the next one.
  const skipped = progress.skipped.filter(({ part }) => part === 'milestones').map((one) => one.id);
  return Prisma.sql`${heardOfLately(connectionId, since)} AND r.external_id <> ALL (${skipped}::text[])
    AND NOT EXISTS (SELECT FROM observation o WHERE o.record_id = r.id AND o.reading_id = ${id}::uuid)`;
}
