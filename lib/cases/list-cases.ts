import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { caseConditions } from './case-conditions.ts';
import { type CaseRow, caseItem, caseSelect, type Reader } from './case-row.ts';
import type { CaseFilter, CaseItem } from './cases.contract.ts';

/**
 * A page of cases, last heard of first. `cursor` is what the page before gave: the place of its last row, so that a
 * case which is heard of meanwhile moves to the top and leaves the pages below as they are. Throws INVALID where the
 * cursor is none.
 */
export async function listCases(
  db: Db,
  { cursor, limit, ...filter }: CaseFilter & { cursor?: string; limit: number },
  reader: Reader,
): Promise<{ items: CaseItem[]; nextCursor: string | null }> {
  const where = [...caseConditions(filter, reader), ...(cursor ? [after(cursor)] : [])];
  const rows = await db.$queryRaw<CaseRow[]>(Prisma.sql`
    SELECT ${caseSelect} FROM cancellation_case k JOIN connection c ON c.id = k.connection_id
    WHERE ${Prisma.join(where, ' AND ')}
    ORDER BY k.last_heard_at DESC, k.record_id DESC LIMIT ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => caseItem(row, reader)),
    nextCursor: rows.length > limit && last ? cursorAt(last) : null,
  };
}

/** How many cases fit, counted up to `atMost`; `more` where there are yet others. */
export async function countCases(
  db: Db,
  { atMost, ...filter }: CaseFilter & { atMost: number },
  reader: Reader,
): Promise<{ count: number; more: boolean }> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM (
      SELECT FROM cancellation_case k JOIN connection c ON c.id = k.connection_id
      WHERE ${Prisma.join(caseConditions(filter, reader), ' AND ')} LIMIT ${atMost + 1}) n`);
  const count = row?.count ?? 0;
  return { count: Math.min(count, atMost), more: count > atMost };
}

function cursorAt({ last_heard_at, record_id }: CaseRow): string {
  return `${last_heard_at.getTime()}_${record_id}`;
}

function after(cursor: string): Prisma.Sql {
  const [, time, id] = /^(\d{1,15})_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(cursor) ?? [];
  if (!time || !id)
    throw new AppError('INVALID', 'The place in the list could not be read. Start at the top.');
  return Prisma.sql`(k.last_heard_at, k.record_id) < (${new Date(Number(time))}, ${id}::uuid)`;
}
