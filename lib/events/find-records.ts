import { idWord } from '#lib/catalog/search/id-word.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { mostRecords } from './cut-search.ts';
import { type Link, linkedGroups } from './linked-groups.ts';
import { type Looking, type RecordRow, recordHits } from './record-hits.ts';
import type { TextSearch } from './search-terms.schema.ts';

/** Where a text fits more than 200 records, the first so many are followed to what refers to them. */
const mostFollowed = 60;
/** Records that one look at what refers to others gives. */
const mostNaming = 4 * mostRecords;
/** What stands for a project without being a record of its own: those that name the same one belong together. */
const sharedThings = ['id:sunnova.system-project'];

type Name = { connectionId: string; kind: string; value: string };
/** A name of something, and the record that says it. */
type Said = Name & { recordId: string };

/** `partial`: there are more, whose events are not looked for. */
export type FoundRecords = { records: RecordRow[]; partial: boolean };

/**
 * The records that a text may mean: those that have what it says, and those that refer to them by their id, in two steps
 * (an install of the customer, a milestone of the install). At most 200: of more those homeowners come first that were
 * heard of last, each whole (where they fill the 200, the last is cut); the next records fill what is left, each alone.
 */
export async function findRecords(db: Db, text: TextSearch, looking: Looking): Promise<FoundRecords> {
  const { records: hits, partial: more } = await recordHits(db, text, looking);
  const said = await idsSaid(db, hits, more);
  const links = linksAmong(hits, said);
  const found = new Map(hits.map((record) => [record.id, record]));
  const first = () =>
    linkedGroups([...found.values()], links)
      .flat()
      .slice(0, mostRecords);

  const followed = more ? wholeGroups(linkedGroups(hits, links)) : hits;
  let partial = more;
  let names = namesOf(followed, said);
  for (let step = 0; step < 2 && names.length > 0; step++) {
    const named = await recordsNaming(db, names);
    partial ||= named.partial;
    const before = new Set(found.keys());
    for (const { by, ...record } of named.records) {
      if (!before.has(record.id)) found.set(record.id, record);
      links.push([by, record.id]);
    }
    const news = first().filter(({ id }) => !before.has(id));
    names = news.map(ownName);
  }
  return { records: first(), partial: partial || found.size > mostRecords };
}

/** The first groups, each whole, until enough records are followed. */
function wholeGroups(groups: readonly RecordRow[][]): RecordRow[] {
  const followed: RecordRow[] = [];
  for (const group of groups) {
    if (followed.length >= mostFollowed) break;
    followed.push(...group);
  }
  return followed;
}

/**
 * The ids that records speak of which several share. Where `more` fit than are given, of things of their own kinds too:
 * the customer of an install that was heard of lately has what the text says as well, and was not heard of lately.
 */
async function idsSaid(db: Db, hits: readonly RecordRow[], more: boolean): Promise<Said[]> {
  const asked = more
    ? hits.slice(0, 2 * mostFollowed)
    : hits.filter(({ kind }) => kind.startsWith('sunnova.'));
  if (asked.length === 0) return [];
  const kinds = [...sharedThings, ...(more ? new Set(hits.map(({ kind }) => `id:${kind}`)) : [])];
  return db.$queryRaw<Said[]>(Prisma.sql`
    SELECT w.record_id AS "recordId", w.connection_id AS "connectionId", w.kind, w.value FROM record_word w
    WHERE w.record_id = ANY(${asked.map(({ id }) => id)}::uuid[]) AND w.kind = ANY(${kinds}::text[])`);
}

/** Who of these records speaks of another, or of the same thing as another. */
function linksAmong(hits: readonly RecordRow[], said: readonly Said[]): Link[] {
  const sayers = new Map(hits.map((record) => [nameKey(ownName(record)), record.id]));
  return said.flatMap((name): Link[] => {
    const other = sayers.get(nameKey(name));
    if (other === undefined) sayers.set(nameKey(name), name.recordId);
    return other === undefined ? [] : [[name.recordId, other]];
  });
}

/** The names of these records and of what they speak of, each once. */
function namesOf(records: readonly RecordRow[], said: readonly Said[]): Said[] {
  const ids = new Set(records.map(({ id }) => id));
  const names = new Map<string, Said>();
  for (const name of [...records.map(ownName), ...said.filter(({ recordId }) => ids.has(recordId))])
    names.set(nameKey(name), names.get(nameKey(name)) ?? name);
  return [...names.values()];
}

type Naming = RecordRow & { by: string };

/** The records that have one of these names among their words, whose own it is included; `by` says of whom. */
async function recordsNaming(
  db: Db,
  names: readonly Said[],
): Promise<{ records: Naming[]; partial: boolean }> {
  const rows = await db.$queryRaw<(RecordRow & { place: number })[]>(Prisma.sql`
    SELECT r.id, r.connection_id AS "connectionId", r.kind, r.external_id AS "externalId", n.place::int AS place
    FROM unnest(
      ${names.map((name) => name.connectionId)}::uuid[], ${names.map((name) => name.kind)}::text[],
      ${names.map((name) => name.value)}::text[]
    ) WITH ORDINALITY AS n(connection_id, kind, value, place)
    CROSS JOIN LATERAL (
      SELECT w.record_id FROM record_word w
      WHERE w.kind LIKE 'id:%' AND w.value = n.value AND w.kind = n.kind AND w.connection_id = n.connection_id
      LIMIT ${mostRecords}
    ) w
    CROSS JOIN LATERAL (SELECT * FROM record WHERE id = w.record_id LIMIT 1) r
    LIMIT ${mostNaming}`);
  const ofOne = [...Map.groupBy(rows, ({ place }) => place).values()];
  return {
    records: rows.map(({ place, ...record }) => ({ ...record, by: names[place - 1]?.recordId ?? record.id })),
    partial: rows.length >= mostNaming || ofOne.some((named) => named.length >= mostRecords),
  };
}

function ownName({ id, connectionId, kind, externalId }: RecordRow): Said {
  return { recordId: id, connectionId, kind: `id:${kind}`, value: idWord(externalId) };
}

function nameKey({ connectionId, kind, value }: Name): string {
  return `${connectionId} ${kind} ${value}`;
}
