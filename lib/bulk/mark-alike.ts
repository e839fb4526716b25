import { phoneDigits } from '#lib/catalog/search/phone-digits.ts';
import { plainWords } from '#lib/catalog/search/plain-words.ts';
import type { Tx } from '#lib/db/database.ts';
import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';

type Kind = 'email' | 'phone' | 'name' | 'address';
/** `zip`: of a street, where it is; null where the row does not tell. */
type Word = { number: number; kind: Kind; value: string; zip: string | null };
type Hit = { number: number; kind: Kind; id: string; about: string };

const kindWords: Record<Kind, string> = { name: 'name', email: 'e-mail', phone: 'phone', address: 'address' };

/**
 * Marks the rows that look like somebody who is there already: where Enerflo found one while the row was checked, or
 * where our own records of its customers have the same e-mail address, phone number or street; the same name counts
 * where a row has nothing better. Only for what is made anew. One whom Enerflo has under the id that is sent is updated:
 * that is said, whoever else is alike.
 */
export async function markAlike(
  tx: Tx,
  bulk: Pick<Bulk, 'id' | 'connectionId'>,
  operation: Operation,
): Promise<void> {
  if (operation.lookalikes) {
    const rows = await tx.$queryRaw<{ number: number; input: JsonObject }[]>(Prisma.sql`
      SELECT number, input FROM bulk_row WHERE bulk_id = ${bulk.id}::uuid AND state = 'waiting'
        AND NOT notes @> '[{"kind":"alike"}]'`);
    const words = rows.flatMap(({ number, input }) => wordsOf(operation, number, input));
    await addNotes(tx, bulk.id, await hitsOf(tx, bulk.connectionId, words));
  }
  await tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row r SET state = 'alike',
      reason = CASE WHEN a.updated
        THEN 'It updates ' || a.about || ', who is in Enerflo already under the same id of ours.'
        ELSE 'It looks like ' || a.about || ', who is in Enerflo already: the same ' || a.alike || '.' END
    FROM (
      SELECT number, n ->> 'about' AS about, n -> 'alike' @> '["record id"]' AS updated,
        (SELECT string_agg(one, ' and ') FROM jsonb_array_elements_text(n -> 'alike') AS one) AS alike
      FROM bulk_row, coalesce(
        jsonb_path_query_first(notes, '$[*] ? (@.kind == "alike" && @.alike[*] == "record id")'),
        jsonb_path_query_first(notes, '$[*] ? (@.kind == "alike")')) AS n
      WHERE bulk_id = ${bulk.id}::uuid AND state = 'waiting' AND n IS NOT NULL
        AND NOT notes @> '[{"kind":"agreed"}]'
    ) a
    WHERE r.bulk_id = ${bulk.id}::uuid AND r.number = a.number`);
}

/** What a row is compared by, in the form in which records are searched. */
function wordsOf(operation: Operation, number: number, input: JsonObject): Word[] {
  const found: Word[] = [];
  const zip = typeof input.zip === 'string' ? input.zip : null;
  const add = (kind: Kind, value: string) => value.length > 3 && found.push({ number, kind, value, zip });
  for (const { key, words } of operationFields(operation)) {
    const value = input[key];
    if (typeof value !== 'string') continue;
    if (words.kind === 'email') add('email', value.toLowerCase());
    if (words.kind === 'phone') add('phone', phoneDigits(value));
    if (key === 'address') add('address', plainWords(value));
  }
  if (!found.some(({ kind }) => kind === 'email' || kind === 'phone'))
    add('name', plainWords(`${input.first_name ?? ''} ${input.last_name ?? ''}`));
  return found;
}

async function hitsOf(tx: Tx, connectionId: string, words: readonly Word[]): Promise<Hit[]> {
  if (words.length === 0) return [];
  // The kinds are written out, so that the partial index of each serves.
  const rows = await tx.$queryRaw<{ number: number; kind: Kind; id: string; fields: unknown }[]>(Prisma.sql`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(words)}::jsonb) AS w(number int, kind text, value text, zip text))
    SELECT DISTINCT ON (q.number, q.kind) q.number, q.kind, r.external_id AS id, r.fields
    FROM wanted q
    JOIN record_word w ON w.value = q.value AND w.kind = q.kind
      AND w.kind IN ('name', 'email', 'phone', 'address') AND w.connection_id = ${connectionId}::uuid
    JOIN record r ON r.id = w.record_id AND r.kind = 'enerflo.customer'
      AND (q.kind <> 'address' OR coalesce(r.fields->>'zip' = q.zip, true))
    ORDER BY q.number, q.kind, r.last_seen_at DESC`);
  return rows.map(({ fields, ...row }) => ({ ...row, about: aboutOf(fields) ?? `customer ${row.id}` }));
}

function aboutOf(fields: unknown): string | null {
  if (!isJsonObject(fields)) return null;
  const name = [fields.firstName, fields.lastName]
    .filter((part) => typeof part === 'string' && part)
    .join(' ');
  return name || (typeof fields.fullName === 'string' ? fields.fullName : null) || null;
}

async function addNotes(tx: Tx, bulkId: string, hits: readonly Hit[]): Promise<void> {
  const found = Map.groupBy(hits, ({ number, id }) => `${number} ${id}`);
  const notes = [...found.values()].map((same) => ({
    number: same[0]?.number,
    note: {
      kind: 'alike',
      about: same[0]?.about,
      alike: same.map(({ kind }) => kindWords[kind]),
      record: 'enerflo.customer',
      id: same[0]?.id,
    },
  }));
  if (notes.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    UPDATE bulk_row r SET notes = r.notes || n.notes
    FROM (
      SELECT number, jsonb_agg(note) AS notes
      FROM jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) AS n(number int, note jsonb) GROUP BY number) n
    WHERE r.bulk_id = ${bulkId}::uuid AND r.number = n.number`);
}
