import { Prisma } from '#lib/db/generated/client.ts';
import { listInstalls } from '#lib/enerflo/lists/list-installs.ts';
import { fetchMilestones } from '../fetch-milestones.ts';
import { keepFetched } from '../keep-fetched.ts';
import { partOf, type ReadingJob } from '../reading-job.ts';
import { databaseNow } from '../tell-fetched.ts';
import { readEach } from './read-each.ts';

const STEP = 20;
const NONE = '00000000-0000-0000-0000-000000000000';

/** Reads the milestones of every install that is known of the account, in the order of the records. */
export async function readMilestones(job: ReadingJob): Promise<void> {
  const { access, account, reading, signal } = job;
  const { db } = access;
  while (!partOf(job, 'milestones').done && !job.due()) {
    const { after, read, ms, total: told } = partOf(job, 'milestones');
    const asked = Date.now();
    const total = told ?? (await countInstalls(job));
    const at = await databaseNow(db);
    const installs = await db.$queryRaw<{ id: string; externalId: string }[]>(Prisma.sql`
      SELECT id, external_id AS "externalId" FROM record
      WHERE connection_id = ${reading.connectionId}::uuid AND kind = 'enerflo.install' AND id > ${after ?? NONE}::uuid
      ORDER BY id LIMIT ${STEP}`);
    const { answers, skipped } = await readEach(job, {
      part: 'milestones',
      ids: installs.map(({ externalId }) => externalId),
      read: (installId) => fetchMilestones(account, installId, signal),
      probe: () => listInstalls(account, { share: 'bulk', signal }).next(),
    });
    const change = {
      after: installs.at(-1)?.id ?? after,
      read: read + installs.length,
      total,
      ms: ms + (Date.now() - asked),
      done: installs.length < STEP,
    };
    await keepFetched(job, 'milestones', change, { at, fetched: [...answers.values()].flat(), skipped });
  }
}

function countInstalls({ access, reading }: ReadingJob): Promise<number> {
  return access.db.record.count({ where: { connectionId: reading.connectionId, kind: 'enerflo.install' } });
}
