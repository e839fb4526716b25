import { cancellationReasons, reasonRows } from '#lib/catalog/cancellation/reasons.ts';
import { cancellationStatuses } from '#lib/catalog/cancellation/statuses.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { anotherOpen, caseFlags } from './case-flags.ts';
import { hasAnotherOpen, type Reader } from './case-row.ts';
import type { CaseFacets, CaseReference } from './cases.contract.ts';

type Counted = { value: string; known: boolean; count: number };

/**
 * Sunnova's two tables, in their order and words, with how often each entry occurs here, and what they lack.
 * What is not listed may be anything that somebody typed, so it is for those only who may see personal values.
 */
export async function caseReference(db: Db, reader: Reader): Promise<CaseReference> {
  const [statuses, reasons, pairs] = await Promise.all([
    countBy(db, reader, 'status'),
    countBy(db, reader, 'reason'),
    db.$queryRaw<{ reason: string; category: string }[]>(Prisma.sql`
      SELECT DISTINCT reason, category FROM cancellation_case
      WHERE reason_known AND category IS NOT NULL ORDER BY reason, category`),
  ]);
  const countOf = (all: Counted[], value: string) => all.find((each) => each.value === value)?.count ?? 0;
  return {
    statuses: cancellationStatuses.map((each) => ({ ...each, count: countOf(statuses, each.status) })),
    reasons: cancellationReasons.map(({ reason, definitions }) => ({
      reason,
      definitions: [...definitions],
      count: countOf(reasons, reason),
      categories: pairs.filter((pair) => pair.reason === reason).map(({ category }) => category),
    })),
    reasonRows: reasonRows.length,
    otherStatuses: unlisted(statuses),
    otherReasons: unlisted(reasons),
  };
}

/** How many cases have each status, reason, category and flag, most first; as in `caseReference` by who asks. */
export async function caseFacets(
  db: Db,
  { environment }: { environment?: 'production' | 'sandbox' },
  reader: Reader,
): Promise<CaseFacets> {
  const only = environment ? Prisma.sql`c.environment = ${environment}` : Prisma.sql`true`;
  const [statuses, reasons, categories, flags, others, accounts] = await Promise.all([
    countBy(db, reader, 'status', only),
    countBy(db, reader, 'reason', only),
    countBy(db, reader, 'category', only),
    db.$queryRaw<{ value: string; count: number }[]>(Prisma.sql`
      SELECT flag AS value, count(*)::int AS count
      FROM cancellation_case k JOIN connection c ON c.id = k.connection_id, unnest(k.flags) flag
      WHERE ${only} GROUP BY flag`),
    db.$queryRaw<{ count: number }[]>(Prisma.sql`
      SELECT count(*)::int AS count FROM cancellation_case k JOIN connection c ON c.id = k.connection_id
      WHERE ${only} AND ${hasAnotherOpen}`),
    db.$queryRaw<CaseFacets['accounts']>(Prisma.sql`
      SELECT c.id, c.name, c.environment, count(*)::int AS count
      FROM cancellation_case k JOIN connection c ON c.id = k.connection_id
      WHERE ${only} GROUP BY c.id ORDER BY c.name, c.id`),
  ]);
  const byFlag = new Map(flags.map(({ value, count }) => [value, count]));
  byFlag.set(anotherOpen.id, others[0]?.count ?? 0);
  return {
    statuses,
    reasons,
    categories,
    flags: caseFlags.map(({ id }) => ({ value: id, known: true, count: byFlag.get(id) ?? 0 })),
    accounts,
  };
}

/** Cases of production in which Sunnova waits for the dealer. */
export async function countWaiting(db: Db): Promise<number> {
  const asking = cancellationStatuses
    .filter(({ meaning }) => meaning === 'action needed')
    .map(({ status }) => status);
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM cancellation_case k JOIN connection c ON c.id = k.connection_id
    WHERE k.status = ANY (${asking}) AND c.environment = 'production'`);
  return row?.count ?? 0;
}

const columns = {
  status: { value: Prisma.sql`k.status`, known: Prisma.sql`k.status_known` },
  reason: { value: Prisma.sql`k.reason`, known: Prisma.sql`k.reason_known` },
  category: { value: Prisma.sql`k.category`, known: Prisma.sql`true` },
};

function countBy(
  db: Db,
  reader: Reader,
  column: keyof typeof columns,
  only = Prisma.sql`true`,
): Promise<Counted[]> {
  const { value, known } = columns[column];
  const seen = reader.personal ? Prisma.sql`true` : known;
  return db.$queryRaw<Counted[]>(Prisma.sql`
    SELECT ${value} AS value, bool_or(${known}) AS known, count(*)::int AS count
    FROM cancellation_case k JOIN connection c ON c.id = k.connection_id
    WHERE ${value} IS NOT NULL AND ${seen} AND ${only} GROUP BY 1 ORDER BY 3 DESC, 1`);
}

function unlisted(all: Counted[]): { value: string; count: number }[] {
  return all.filter(({ known }) => !known).map(({ value, count }) => ({ value, count }));
}
