import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { type FindingWhat, findingKindNames, findingWhats } from './reading-kinds.ts';
import type { FindingItem } from './readings.contract.ts';

type Query = {
  id: string;
  what?: FindingWhat;
  kind?: FindingItem['kind'];
  cursor?: string;
  limit: number;
};

type Row = Omit<FindingItem, 'id' | 'at' | 'kind' | 'what'> & { at: Date; kind: string; what: string };

/** A page of what a catch-up found: what never reached us first, then changes, then what is new, each by its id. */
export async function listFindings(
  db: Db,
  { id, what, kind, cursor, limit }: Query,
): Promise<{ items: FindingItem[]; nextCursor: string | null }> {
  const where = [
    Prisma.sql`reading_id = ${id}::uuid`,
    ...(what ? [Prisma.sql`what = ${what}`] : []),
    ...(kind ? [Prisma.sql`kind = ${kind}`] : []),
    ...(cursor ? [Prisma.sql`(${place}, kind || ':' || external_id) > ${placeOf(cursor)}`] : []),
  ];
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT kind, external_id AS "externalId", record_id AS "recordId", what, about, fields, at FROM reading_finding
    WHERE ${Prisma.join(where, ' AND ')}
    ORDER BY ${place}, kind || ':' || external_id LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).flatMap((row): FindingItem[] => {
    const known = findingKindNames.find((one) => one === row.kind);
    const found = findingWhats.find((one) => one === row.what);
    if (!known || !found) return [];
    return [
      { ...row, id: `${row.kind}:${row.externalId}`, kind: known, what: found, at: row.at.toISOString() },
    ];
  });
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? `${last.what}|${last.id}` : null };
}

const place = Prisma.sql`array_position(${[...findingWhats]}::text[], what)`;

function placeOf(cursor: string): Prisma.Sql {
  const cut = cursor.indexOf('|');
  const whats: readonly string[] = findingWhats;
  const position = whats.indexOf(cursor.slice(0, cut)) + 1;
  return Prisma.sql`(${position}, ${cursor.slice(cut + 1)})`;
}
