import { idLine } from '#lib/catalog/about.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { homeownersOf } from './homeowners-of.ts';

type Row = { connection_id: string; record_key: string | null; about: string | null };
type Main = { id: string; name: string };

/**
 * Events of a page, those that name nobody themselves with the homeowner to whom their main record belongs as it is known
 * today: Enerflo tells a new status of an install without its homeowner. What nothing is known of stays as it came. For a
 * page, not for many.
 */
export async function withHomeowners<Told extends Row>(db: Db, rows: readonly Told[]): Promise<Told[]> {
  const nameless = rows.filter(tellsNobody);
  if (nameless.length === 0) return [...rows];
  const records = await mainRecords(db, nameless);
  const names = await homeownersOf(db, [...records.values()]);
  return rows.map((row) => {
    const record = tellsNobody(row) ? records.get(nameOf(row)) : undefined;
    return { ...row, about: (record && names.get(record.id)) ?? row.about };
  });
}

function tellsNobody(row: Row): boolean {
  if (row.record_key === null) return false;
  return row.about === null || row.about === idLine(externalIdOf(row));
}

/** What is kept of the main records of events, by their account and key. */
async function mainRecords(db: Db, rows: readonly Row[]): Promise<Map<string, Main>> {
  const keys = [...new Map(rows.map((row) => [nameOf(row), row])).values()];
  const found = await db.$queryRaw<Main[]>(Prisma.sql`
    SELECT r.id, r.connection_id || ' ' || r.kind || ':' || r.external_id AS name
    FROM unnest(
      ${keys.map((row) => row.connection_id)}::uuid[],
      ${keys.map((row) => kindOf(row))}::text[],
      ${keys.map((row) => externalIdOf(row))}::text[]
    ) AS k (connection_id, kind, external_id)
    JOIN record r USING (connection_id, kind, external_id)`);
  return new Map(found.map((record) => [record.name, record]));
}

function nameOf({ connection_id, record_key }: Row): string {
  return `${connection_id} ${record_key}`;
}

function kindOf({ record_key }: Row): string {
  return record_key?.slice(0, record_key.indexOf(':')) ?? '';
}

function externalIdOf({ record_key }: Row): string {
  return record_key?.slice(record_key.indexOf(':') + 1) ?? '';
}
