import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json } from '#lib/json.ts';
import { fieldDifferences } from './field-differences.ts';
import { type FindingWhat, findingKinds } from './reading-kinds.ts';
import type { FieldDifference } from './readings.schema.ts';
import type { Learnt } from './tell-fetched.ts';

type Found = {
  kind: string;
  externalId: string;
  what: FindingWhat;
  recordId: string;
  fields: FieldDifference[];
};

/**
 * Lists what a catch-up learnt that nobody had told before: new records, and known fields that had another value.
 * Fields of a known record that were never told before are no finding: Enerflo's API tells more than its webhooks.
 */
export async function writeFindings(tx: Tx, readingId: string, learnt: readonly Learnt[]): Promise<void> {
  const untold = await untoldInstalls(tx, readingId, learnt);
  const found = learnt.flatMap((one): Found[] => {
    const { kind, externalId, recordId, before, changed } = one.effect;
    if (!Object.hasOwn(findingKinds, kind) || (before !== null && changed.length === 0)) return [];
    const what = before !== null ? 'changed' : untold.has(recordId) ? 'never-reached-us' : 'new';
    const fields = fieldDifferences(one).filter(({ known }) => known || before === null);
    return [{ kind, externalId, what, recordId, fields }];
  });
  for (const one of found) await writeFinding(tx, readingId, one);
}

/** Told twice by one reading it stays one finding: from what was before the first to what is after the last. */
async function writeFinding(tx: Tx, readingId: string, found: Found): Promise<void> {
  const { kind, externalId, what, recordId, fields } = found;
  const key = { readingId, kind, externalId, what };
  const there = await tx.$queryRaw<{ fields: FieldDifference[] }[]>(Prisma.sql`
    SELECT fields FROM reading_finding
    WHERE reading_id = ${readingId}::uuid AND kind = ${kind} AND external_id = ${externalId} AND what = ${what}`);
  const merged = new Map(there[0]?.fields.map((field) => [field.field, field]));
  for (const field of fields) {
    const { before, known } = merged.get(field.field) ?? field;
    merged.set(field.field, { ...field, before, known });
  }
  const data = { ...key, recordId, fields: [...merged.values()], about: await aboutRecord(tx, recordId) };
  await tx.readingFinding.upsert({
    where: { readingId_kind_externalId_what: key },
    create: data,
    update: { fields: data.fields, about: data.about },
  });
}

/** Installs whose records were made now, that should have been told of, and neither they nor their deal ever were. */
async function untoldInstalls(
  tx: Tx,
  readingId: string,
  learnt: readonly Learnt[],
): Promise<ReadonlySet<string>> {
  const fresh = learnt.filter(({ effect }) => effect.kind === 'enerflo.install' && effect.before === null);
  if (fresh.length === 0) return new Set();
  const from = await toldFrom(tx, readingId);
  const ids = fresh
    .filter(({ effect: { after } }) => !(from && isBefore(after.createdAt, from)))
    .map(({ effect }) => effect.recordId);
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT i.id FROM record i
    WHERE i.id = ANY (${ids}::uuid[]) AND NOT EXISTS (
      SELECT FROM observation o WHERE o.record_id = i.id AND o.origin = 'event')
    AND NOT EXISTS (
      SELECT FROM record d JOIN observation o ON o.record_id = d.id AND o.origin = 'event'
      WHERE d.connection_id = i.connection_id AND d.kind = 'enerflo.deal'
        AND d.external_id IN (i.fields ->> 'v2DealId', i.fields ->> 'dealId'))`);
  return new Set(rows.map(({ id }) => id));
}

/**
 * From when on each install should have been told of. Before an account was loaded whole, those that are older than
 * what the catch-up reads may be from the time before this console: null once everything is known.
 */
async function toldFrom(tx: Tx, readingId: string): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ since: Date | null }[]>(Prisma.sql`
    SELECT r.since FROM reading r
    WHERE r.id = ${readingId}::uuid AND NOT EXISTS (
      SELECT FROM reading i WHERE i.connection_id = r.connection_id AND i.kind = 'initial' AND i.state = 'done')`);
  return row?.since ?? null;
}

/** Whether it is a time before that; of one that is not told nobody knows. */
function isBefore(told: Json | undefined, time: Date): boolean {
  return typeof told === 'string' && new Date(told) < time;
}

/** The homeowner's name, where his record is known. */
async function aboutRecord(tx: Tx, recordId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ about: string | null }[]>(Prisma.sql`
    SELECT coalesce(nullif(c.fields ->> 'fullName', ''),
                    nullif(concat_ws(' ', c.fields ->> 'firstName', c.fields ->> 'lastName'), '')) AS about
    FROM record r
    LEFT JOIN record i ON i.connection_id = r.connection_id AND i.kind = 'enerflo.install'
                      AND i.external_id = r.fields ->> 'installId'
    LEFT JOIN record c ON c.connection_id = r.connection_id AND c.kind = 'enerflo.customer'
                      AND c.external_id = CASE r.kind WHEN 'enerflo.customer' THEN r.external_id
                                                      WHEN 'enerflo.install' THEN r.fields ->> 'customerId'
                                                      ELSE i.fields ->> 'customerId' END
    WHERE r.id = ${recordId}::uuid`);
  return row?.about ?? null;
}
