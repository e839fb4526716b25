import { idWord } from '#lib/catalog/search/id-word.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { byIndex } from './by-index.ts';
import type { Seeing } from './list-events.ts';
import type { TextSearch } from './search-terms.schema.ts';

/** Records whose events are looked for, at most: of the newest so many, those heard of last. */
const mostRecords = 200;
const newestRecords = 600;
/** Words that one reading of a text may fit. What fits more is too short to find the newest by. */
const mostHits = 4_000;
/** What stands for a project without being a record of its own: those that name the same one belong together. */
const sharedThings = ['id:sunnova.system-project'];

type RecordRow = { id: string; connectionId: string; kind: string; externalId: string };
type Name = { connectionId: string; kind: string; value: string };

/**
 * The records that a text may mean, those heard of last first: those that have what it says, and those that refer to them by their
 * id, in two steps (an install of the customer, a milestone of the install). `accounts` null: of all.
 */
export async function findRecords(
  db: Db,
  text: TextSearch,
  { accounts, personal }: Seeing & { accounts: readonly string[] | null },
): Promise<string[]> {
  const found = new Map<string, RecordRow>();
  let newest = await recordsWith(db, readings(text, personal), accounts);
  for (let step = 0; newest.length > 0; step++) {
    for (const record of newest) found.set(record.id, record);
    if (step === 2 || found.size >= mostRecords) break;
    const shared = step === 0 ? await sharedBy(db, newest) : [];
    const named = await recordsNaming(db, [...newest.map(ownName), ...shared]);
    newest = named.filter((record) => !found.has(record.id));
  }
  return [...found.keys()].slice(0, mostRecords);
}

/** One look into `record_word` for each reading. The kinds are written out, so that their partial indexes serve. */
function readings({ ids, idStart, phones, email, words }: TextSearch, personal: boolean): Prisma.Sql[] {
  const arms: Prisma.Sql[] = [];
  if (ids.length > 0) arms.push(Prisma.sql`w.kind LIKE 'id:%' AND w.value = ANY(${ids}::text[])`);
  if (idStart !== null) {
    arms.push(Prisma.sql`
      w.kind LIKE 'id:%' AND w.value > ${idStart} AND w.value < ${`${idStart}\u{10ffff}`}`);
  }
  if (!personal) return arms;
  for (const phone of phones) arms.push(Prisma.sql`w.kind = 'phone' AND ${contains(phone)}`);
  // One word may be of a name and of an e-mail address: both in one look.
  if (email !== null && words.length === 1 && words[0] === email) {
    return [...arms, Prisma.sql`w.kind IN ('name', 'address', 'email') AND ${contains(email)}`];
  }
  if (email !== null) arms.push(Prisma.sql`w.kind = 'email' AND ${containsEmail(email)}`);
  if (words.length > 0) {
    arms.push(Prisma.sql`w.kind IN ('name', 'address') AND ${Prisma.join(words.map(hasWord), ' AND ')}`);
  }
  return arms;
}

/** By what stands before the @: what follows is in thousands of addresses, and looking that up takes longest. */
function containsEmail(email: string): Prisma.Sql {
  const name = email.slice(0, email.indexOf('@') + 1);
  return name.length > 3 ? Prisma.sql`${contains(name)} AND strpos(w.value, ${email}) > 0` : contains(email);
}

/** Part of a word; one or two letters (`n`, `st`) would be part of nearly every value, so they must begin a word. */
function hasWord(word: string): Prisma.Sql {
  return word.length > 2
    ? contains(word)
    : Prisma.sql`(w.value LIKE ${`${word}%`} OR w.value LIKE ${`% ${word}%`})`;
}

function contains(part: string): Prisma.Sql {
  return Prisma.sql`w.value LIKE ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`;
}

async function recordsWith(
  db: Db,
  arms: readonly Prisma.Sql[],
  accounts: readonly string[] | null,
): Promise<RecordRow[]> {
  if (arms.length === 0) return [];
  const ofAccounts = accounts
    ? Prisma.sql`AND w.connection_id = ANY(${[...accounts]}::uuid[])`
    : Prisma.empty;
  const hits = arms.map(
    (arm) => Prisma.sql`(SELECT w.record_id FROM record_word w WHERE ${arm} ${ofAccounts} LIMIT ${mostHits})`,
  );
  return byIndex<RecordRow>(
    db,
    Prisma.sql`
    WITH hits AS MATERIALIZED (${Prisma.join(hits, ' UNION ALL ')})
    SELECT r.id, r.connection_id AS "connectionId", r.kind, r.external_id AS "externalId"
    FROM (SELECT DISTINCT record_id FROM hits ORDER BY record_id DESC LIMIT ${newestRecords}) h
    CROSS JOIN LATERAL (SELECT * FROM record WHERE id = h.record_id LIMIT 1) r
    ORDER BY r.last_seen_at DESC LIMIT ${mostRecords}`,
  );
}

/** The records that have one of these names among their words, whose own it is included. */
async function recordsNaming(db: Db, names: readonly Name[]): Promise<RecordRow[]> {
  return db.$queryRaw<RecordRow[]>(Prisma.sql`
    SELECT r.id, r.connection_id AS "connectionId", r.kind, r.external_id AS "externalId"
    FROM unnest(
      ${names.map((name) => name.connectionId)}::uuid[], ${names.map((name) => name.kind)}::text[],
      ${names.map((name) => name.value)}::text[]
    ) AS n(connection_id, kind, value)
    CROSS JOIN LATERAL (
      SELECT w.record_id FROM record_word w
      WHERE w.kind LIKE 'id:%' AND w.value = n.value AND w.kind = n.kind AND w.connection_id = n.connection_id
      LIMIT ${mostRecords}
    ) w
    CROSS JOIN LATERAL (SELECT * FROM record WHERE id = w.record_id LIMIT 1) r
    LIMIT ${4 * mostRecords}`);
}

async function sharedBy(db: Db, records: readonly RecordRow[]): Promise<Name[]> {
  const ids = records.filter((record) => record.kind.startsWith('sunnova.')).map((record) => record.id);
  if (ids.length === 0) return [];
  return db.$queryRaw<Name[]>(Prisma.sql`
    SELECT DISTINCT w.connection_id AS "connectionId", w.kind, w.value FROM record_word w
    WHERE w.record_id = ANY(${ids}::uuid[]) AND w.kind = ANY(${sharedThings}::text[])`);
}

function ownName({ connectionId, kind, externalId }: RecordRow): Name {
  return { connectionId, kind: `id:${kind}`, value: idWord(externalId) };
}
