import { type RecordWord, recordWords, WORDS_VERSION } from '#lib/catalog/search/record-words.ts';
import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Observation } from './observation.ts';
import type { Effect, Told } from './told.ts';

type WordRow = RecordWord & { recordId: string; connectionId: string };

/**
 * Adds the search words of what was told to those that the records have: also of what came too late to count, so
 * that everything ever heard is found. `effects` are those of the tellings, in the same order. One statement, and
 * none where nothing new was told. The records must be locked.
 */
export async function addWords(tx: Tx, all: readonly Told[], effects: readonly Effect[]): Promise<void> {
  await insertWords(
    tx,
    all.flatMap((told, index) => {
      const effect = effects[index];
      return effect ? newWords(told, effect) : [];
    }),
  );
}

function newWords(told: Told, { recordId, before, after }: Effect): WordRow[] {
  const { connectionId } = told;
  // What the record said before has its words already, and most of what is told is what it said before.
  const had = new Set(before === null ? [] : recordWords(told, before).map(wordKey));
  return recordWords(told, told.fields, after)
    .filter((word) => !had.has(wordKey(word)))
    .map((word) => ({ ...word, recordId, connectionId }));
}

/** A record with everything that was ever observed of it. */
export type ObservedRecord = {
  id: string;
  connectionId: string;
  kind: string;
  externalId: string;
  fields: JsonObject;
  observations: readonly Observation[];
};

/** Writes the search words of records anew, and that they are of this version. The records must be locked. */
export async function rewriteWords(tx: Tx, records: readonly ObservedRecord[]): Promise<void> {
  const ids = records.map((record) => record.id);
  await tx.$executeRaw(Prisma.sql`DELETE FROM record_word WHERE record_id = ANY (${ids}::uuid[])`);
  await insertWords(
    tx,
    records.flatMap((record) => {
      const { id: recordId, connectionId, fields, observations } = record;
      // One without an observation (an import to come) still has an id and what it says now.
      const tellings = [fields, ...observations.map((observation) => observation.fields)];
      const words = tellings.flatMap((told) => recordWords(record, told, fields));
      return words.map((word) => ({ ...word, recordId, connectionId }));
    }),
  );
  await tx.$executeRaw(Prisma.sql`
    UPDATE record SET words_version = ${WORDS_VERSION}
    WHERE id = ANY (${ids}::uuid[]) AND words_version <> ${WORDS_VERSION}`);
}

async function insertWords(tx: Tx, words: readonly WordRow[]): Promise<void> {
  const rows = [...new Map(words.map((word) => [`${word.recordId} ${wordKey(word)}`, word])).values()];
  if (rows.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO record_word (record_id, kind, value, connection_id)
    SELECT w."recordId", w.kind, w.value, w."connectionId"
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS w("recordId" uuid, kind text, value text, "connectionId" uuid)
    ON CONFLICT DO NOTHING`);
}

function wordKey({ kind, value }: RecordWord): string {
  return `${kind} ${value}`;
}
