import { idWord } from '#lib/catalog/search/id-word.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import { wordReadings } from '#lib/records/word-readings.ts';
import type { LocalPlace } from './choice-reader.ts';
import { meantBy } from './meant-by.ts';

export type LocalRecord = { externalId: string; fields: JsonObject };

const most = 60;

/** Records of a kind, the highest ids first: the newest, as far as ids of one length go. */
export function newestOf({ db, connectionId }: LocalPlace, kind: string): Promise<LocalRecord[]> {
  return db.$queryRaw<LocalRecord[]>`
    SELECT external_id AS "externalId", fields FROM record
    WHERE connection_id = ${connectionId}::uuid AND kind = ${kind}
    ORDER BY external_id DESC LIMIT ${most}`;
}

/** Records of a kind that speak of another thing: the milestones of an install. */
export function speakingOf(
  { db, connectionId }: LocalPlace,
  kind: string,
  of: { kind: string; ids: readonly string[] },
): Promise<LocalRecord[]> {
  return db.$queryRaw<LocalRecord[]>`
    SELECT r.external_id AS "externalId", r.fields FROM record r
    WHERE r.connection_id = ${connectionId}::uuid AND r.kind = ${kind} AND r.id IN (
      SELECT w.record_id FROM record_word w
      WHERE w.kind LIKE 'id:%' AND w.value = ANY (${of.ids.map(idWord)}::text[]) AND w.kind = ${`id:${of.kind}`}
        AND w.connection_id = ${connectionId}::uuid)
    ORDER BY r.last_seen_at DESC LIMIT ${10 * most}`;
}

/** The records of a kind with this short code, in whatever case it was typed. */
export function withCode(place: LocalPlace, kind: string, code: string): Promise<LocalRecord[]> {
  return speakingOf(place, kind, { kind: 'code', ids: [code.toLowerCase()] });
}

/** The records with these ids. */
export function withIds(
  { db, connectionId }: LocalPlace,
  kind: string,
  ids: readonly string[],
): Promise<LocalRecord[]> {
  return db.$queryRaw<LocalRecord[]>`
    SELECT external_id AS "externalId", fields FROM record
    WHERE connection_id = ${connectionId}::uuid AND kind = ${kind} AND external_id = ANY (${[...ids]}::text[])`;
}

/** Records of a kind that are found by a name, an e-mail address, a phone number, a street or the start of an id. */
export async function foundBy(
  { db, connectionId }: LocalPlace,
  kind: string,
  q: string,
): Promise<LocalRecord[]> {
  const arms = readings(kind, q);
  if (arms.length === 0) return [];
  const hits = arms.map(
    (arm) => Prisma.sql`
      (SELECT w.record_id FROM record_word w
       WHERE ${arm} AND w.connection_id = ${connectionId}::uuid LIMIT 2000)`,
  );
  return db.$queryRaw<LocalRecord[]>(Prisma.sql`
    WITH hits AS MATERIALIZED (${Prisma.join(hits, ' UNION ALL ')})
    SELECT r.external_id AS "externalId", r.fields FROM record r
    WHERE r.id IN (SELECT record_id FROM hits) AND r.kind = ${kind}
    ORDER BY r.last_seen_at DESC LIMIT ${most}`);
}

/** Names, addresses, phone numbers and e-mail addresses as the search of the log reads them; ids of this kind alone. */
function readings(kind: string, q: string): Prisma.Sql[] {
  const { id, terms } = meantBy(q, kind.slice(kind.indexOf('.') + 1));
  const people = wordReadings({ ...terms, ids: [], idStart: null }, true);
  if (id === null) return people;
  const start = idWord(id);
  // The kinds are written out, so that their partial indexes serve.
  const ids = Prisma.sql`w.kind LIKE 'id:%' AND w.kind = ${`id:${kind}`}
    AND w.value >= ${start} AND w.value < ${`${start}\u{10ffff}`}`;
  return [ids, ...people];
}
