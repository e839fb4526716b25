import { uuidv7 } from 'uuidv7';
import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { emptyOldNames } from './empty-old-names.ts';
import type { FieldChange } from './fold-field.ts';
import { needsAll, observe, type RecordState, refoldHistory } from './fold-record.ts';
import { loadObservations, loadTold } from './load-observations.ts';
import { type LockedRecord, lockRecords, recordName } from './lock-records.ts';
import { packMarks } from './marks.ts';
import { namePairs } from './name-pairs.ts';
import type { Observation } from './observation.ts';
import { observationHash } from './observation-hash.ts';
import { emptied, sameValue } from './same-value.ts';
import type { Effect, Told } from './told.ts';
import { appendChanges, type FieldHistory, rewriteChanges } from './write-changes.ts';
import { addWords } from './write-words.ts';

/** One telling on its way into the tables. */
type Heard = { told: Told; record: LockedRecord; observation: Observation };

/**
 * What others keep of records, brought up to date in the transaction that changes them: the records' ids, each once.
 * They are locked until it ends.
 */
export type RecordProjection = (tx: Tx, recordIds: readonly string[]) => Promise<void>;

/**
 * Hears what is told, in the order given: keeps the observations and brings their records, the records' histories and
 * search words, and the `projections` up to date, all in the caller's transaction. The records stay locked until it
 * ends. Gives what each telling did. An event that has told of a record before is not heard again; a record may be
 * told of once by one event. What was read and is known already is not kept again.
 */
export async function storeObservations(
  tx: Tx,
  all: readonly Told[],
  projections: readonly RecordProjection[] = [],
): Promise<Effect[]> {
  if (all.length === 0) return [];
  const records = await lockRecords(tx, all);
  const heard = all.map((told): Heard => {
    const record = records.get(recordName(told));
    if (!record) throw new Error(`a ${told.kind} could not be locked`);
    return { told, record, observation: observationOf(told) };
  });
  const isNew = await insertObservations(tx, heard);
  const appended = new Histories();
  const late = new Histories();
  const effects: Effect[] = [];
  const historyOf = await histories(tx, heard, isNew);
  for (const [place, { told, record, observation }] of heard.entries()) {
    const { kind, externalId, main } = told;
    const of = { recordId: record.id, kind, externalId, main };
    if (!isNew.has(observation.id)) {
      const { fields } = record.state;
      effects.push({ ...of, before: fields, after: fields, changed: [], stale: [] });
      continue;
    }
    const pairs = namePairs(kind);
    const all = needsAll(record.state, observation, pairs) ? await historyOf(record.id, place) : [];
    const observed = observe(record.state, observation, { pairs, all });
    record.state = observed.record;
    for (const [field, change] of observed.appended) appended.of(record.id, field).push(change);
    for (const field of observed.refold) late.of(record.id, field);
    const { before, after, changed, stale } = observed;
    effects.push({ ...of, before, after, changed, stale });
  }
  await updateRecords(
    tx,
    heard.filter(({ observation }) => isNew.has(observation.id)),
  );
  await appendChanges(tx, appended.except(late));
  await rewriteChanges(tx, await refoldAll(tx, late));
  await addWords(tx, all, effects);
  const recordIds = [...new Set(effects.map((effect) => effect.recordId))];
  for (const project of projections) await project(tx, recordIds);
  return effects;
}

function observationOf(told: Told): Observation {
  const fields = Object.fromEntries(Object.entries(told.fields).map(([key, value]) => [key, emptied(value)]));
  return {
    id: uuidv7(),
    eventId: told.eventId,
    origin: told.origin,
    arrivedAt: told.arrivedAt.toISOString(),
    clock: told.clock?.toISOString() ?? null,
    hash: observationHash(fields),
    fields,
  };
}

/** The ids of those that were not there before. */
async function insertObservations(tx: Tx, heard: readonly Heard[]): Promise<Set<string>> {
  const rows = heard
    .filter(({ record, observation }) => !isKnown(record.state, observation))
    .map(({ told, record, observation }) => ({
      ...observation,
      recordId: record.id,
      readingId: told.readingId ?? null,
    }));
  if (rows.length === 0) return new Set();
  const inserted = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO observation (id, record_id, event_id, origin, arrived_at, clock, hash, fields, reading_id)
    SELECT o.id, o."recordId", o."eventId", o.origin, o."arrivedAt", o.clock, o.hash, o.fields, o."readingId"
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS o(id uuid, "recordId" uuid, "eventId" uuid, origin text, "arrivedAt" timestamptz, clock timestamptz,
           hash text, fields jsonb, "readingId" uuid)
    ON CONFLICT (record_id, event_id) DO NOTHING
    RETURNING id`);
  return new Set(inserted.map((row) => row.id));
}

/**
 * Whether something that we read says only what the record holds by a clock as new: it would decide nothing, and a
 * reading a day must not fill the tables. Events are always kept: each is a fact.
 */
function isKnown({ fields, marks }: RecordState, { origin, clock, fields: told }: Observation): boolean {
  if (origin !== 'fetch' && origin !== 'import') return false;
  const names = Object.keys(told);
  return names.every((field) => {
    if (!Object.hasOwn(fields, field) || !sameValue(fields[field] ?? null, told[field] ?? null)) return false;
    return clock === null || (marks.get(field)?.clocked?.clock ?? '') >= clock;
  });
}

async function updateRecords(tx: Tx, heard: readonly Heard[]): Promise<void> {
  if (heard.length === 0) return;
  const seen = new Map<LockedRecord, string[]>();
  for (const { record, observation } of heard) {
    seen.set(record, [...(seen.get(record) ?? []), observation.arrivedAt]);
  }
  const rows = [...seen].map(([{ id, state }, arrivals]) => {
    const { fields, marks } = state;
    const [first = null] = arrivals.sort();
    return { id, fields, marks: packMarks(marks), first, last: arrivals.at(-1) };
  });
  await tx.$executeRaw(Prisma.sql`
    UPDATE record r
    SET fields = n.fields, marks = n.marks,
        first_seen_at = least(r.first_seen_at, n.first), last_seen_at = greatest(r.last_seen_at, n.last)
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS n(id uuid, fields jsonb, marks jsonb, first timestamptz, last timestamptz)
    WHERE r.id = n.id`);
}

/**
 * All that was heard of a record up to a place in the batch, as `observe` needs it: in the tables are later ones too. What
 * is surely needed is read at once, what only an earlier one of the batch makes late when it is needed.
 */
async function histories(tx: Tx, heard: readonly Heard[], isNew: ReadonlySet<string>) {
  const placeOf = new Map(heard.map(({ observation }, place) => [observation.id, place]));
  const late = heard.filter(
    ({ told, record, observation }) =>
      isNew.has(observation.id) && needsAll(record.state, observation, namePairs(told.kind)),
  );
  const ids = [...new Set(late.map(({ record }) => record.id))];
  const loaded: Awaited<ReturnType<typeof loadTold>> = ids.length > 0 ? await loadTold(tx, ids) : new Map();
  return async (recordId: string, upTo: number): Promise<readonly Observation[]> => {
    const known = loaded.get(recordId) ?? (await loadTold(tx, [recordId])).get(recordId);
    if (!known) return [];
    loaded.set(recordId, known);
    const told = known.told.filter(({ id }) => (placeOf.get(id) ?? -1) <= upTo);
    return emptyOldNames(told, namePairs(known.kind));
  };
}

async function refoldAll(tx: Tx, late: Histories): Promise<FieldHistory[]> {
  const fields = late.all();
  if (fields.length === 0) return [];
  const observations = await loadObservations(tx, [...new Set(fields.map(({ recordId }) => recordId))]);
  return fields.map(({ recordId, field }) => ({
    recordId,
    field,
    changes: refoldHistory(observations.get(recordId) ?? [], field),
  }));
}

/** Changes collected by record and field. */
class Histories {
  readonly #byKey = new Map<string, { recordId: string; field: string; changes: FieldChange[] }>();

  of(recordId: string, field: string): FieldChange[] {
    const key = `${recordId} ${field}`;
    const known = this.#byKey.get(key);
    if (known) return known.changes;
    const changes: FieldChange[] = [];
    this.#byKey.set(key, { recordId, field, changes });
    return changes;
  }

  all(): FieldHistory[] {
    return [...this.#byKey.values()];
  }

  except(others: Histories): FieldHistory[] {
    return [...this.#byKey].filter(([key]) => !others.#byKey.has(key)).map(([, history]) => history);
  }
}
