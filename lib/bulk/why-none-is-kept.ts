import { keptAction } from '#lib/actions/kept-action.ts';
import type { Db } from '#lib/db/database.ts';
import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import { agreedOf } from './agreed-of.ts';
import { goesOnDiffering } from './bulk-states.ts';
import { differing } from './row-of-done.ts';

/** So many rows that are all read back as something else are no accident. */
const mostDiffering = 5;

/**
 * Why a bulk is not to go on: Enerflo confirmed its first rows, but shows another value for every one of them, as it
 * does where an account is set to a form that this Enerflo does not read. Names fields, no values. Null where a row was
 * read back as it was sent, there are too few to tell, none is left to send, or a person said to go on all the same.
 */
export async function whyNoneIsKept(db: Db, { id, agreed }: Bulk): Promise<string | null> {
  if (agreedOf(agreed).includes(goesOnDiffering)) return null;
  // What Enerflo had already was not sent, and shows nothing of how it takes what is.
  const [counts] = await db.$queryRaw<{ differs: number; same: number }[]>(Prisma.sql`
    SELECT count(*) FILTER (WHERE read_back = 'differs')::int AS differs,
      count(*) FILTER (WHERE read_back = 'same' AND result ->> 'sent' IS DISTINCT FROM 'false')::int AS same
    FROM action WHERE bulk_id = ${id}::uuid AND state IN ('done', 'undone')`);
  if (!counts || counts.same > 0 || counts.differs < mostDiffering) return null;
  if ((await db.bulkRow.count({ where: { bulkId: id, state: 'waiting' } })) === 0) return null;
  const some = await db.action.findMany({
    where: { bulkId: id, readBack: 'differs' },
    orderBy: { createdAt: 'asc' },
    take: mostDiffering,
  });
  const fields = new Set(some.flatMap((row) => differing(keptAction(row), 'UTC').map(({ label }) => label)));
  const named = fields.size > 0 ? ` (${[...fields].join(', ')})` : '';
  return `Enerflo confirmed the first ${counts.differs} rows, but has another value than was sent for each of them${named}. Either Enerflo does not know what was sent (a user, an office), or a setting of the account is wrong: its page says what answers showed of each setting, and an admin changes it there.`;
}
