import type { Fetched } from '#lib/catalog/fetched.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { listInstalls } from '#lib/enerflo/lists/list-installs.ts';
import { fetchInstall } from '../fetch-install.ts';
import { fetchMilestones } from '../fetch-milestones.ts';
import { type Brought, keepFetched } from '../keep-fetched.ts';
import { partOf, type ReadingJob, type TakenReading } from '../reading-job.ts';
import { databaseNow } from '../tell-fetched.ts';
import { changedSince } from './changed-since.ts';
import { readEach } from './read-each.ts';

const STEP = 20;
const NONE = '00000000-0000-0000-0000-000000000000';
/** An install of which nothing was heard for so long before a catch-up's time is left alone, in milliseconds. */
const LOOK_BACK = 30 * 86_400_000;

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
    const total = told ?? (await countInstalls(job));
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

/**
 * All of them; in a catch-up those that changed, with their installs in full, which tell where they stand themselves. What
 * nobody told of an install before is no news of it.
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
  const changed = await changedSince(access.db, connectionId, since, rows, { compare: true });
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

async function countInstalls({ access, reading }: ReadingJob): Promise<number> {
  const [row] = await access.db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM record r WHERE ${toBeRead(reading)}`);
  return row?.count ?? 0;
}

/**
 * Which installs. That a load of everything met an install says nothing of whether it is still worked on, unless
 * Enerflo's own time of it is as new.
 */
function toBeRead({ id, connectionId, since, progress }: TakenReading): Prisma.Sql {
  const installs = Prisma.sql`r.connection_id = ${connectionId}::uuid AND r.kind = 'enerflo.install'`;
  if (since === null) return installs;
  const from = new Date(since.getTime() - LOOK_BACK);
  // What this reading gave up already is for the next one.
  const skipped = progress.skipped.filter(({ part }) => part === 'milestones').map((one) => one.id);
  return Prisma.sql`${installs} AND r.last_seen_at >= ${from} AND r.fields ->> 'deletedAt' IS NULL
    AND r.external_id <> ALL (${skipped}::text[])
    AND EXISTS (SELECT FROM observation o WHERE o.record_id = r.id AND o.arrived_at >= ${from}
                AND (o.origin <> 'import' OR o.clock >= ${from}))
    AND NOT EXISTS (SELECT FROM observation o WHERE o.record_id = r.id AND o.reading_id = ${id}::uuid)`;
}
