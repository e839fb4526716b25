import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { FieldChange } from './fold-field.ts';
import { refold } from './fold-record.ts';
import { loadObservations } from './load-observations.ts';
import { packMarks } from './marks.ts';
import { sameJson } from './same-value.ts';
import type { RecordProjection } from './store-observations.ts';
import { appendChanges } from './write-changes.ts';
import { rewriteWords } from './write-words.ts';

const PAGE = 200;

/**
 * Rebuilds every record, its history and its search words from its observations alone, in place, and what the
 * `projections` keep of it. Safe while workers run: each record is locked by itself, for its own transaction.
 * `different` counts those that were not what their observations say; it is 0 unless the rules of folding or of
 * reading changed.
 */
export async function rebuildRecords(
  db: Db,
  { signal, projections = [] }: { signal?: AbortSignal; projections?: readonly RecordProjection[] } = {},
): Promise<{ records: number; different: number }> {
  const done = { records: 0, different: 0 };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await db.record.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true },
    });
    for (const { id } of page) {
      if (signal?.aborted) return done;
      const differed = await db.$transaction(
        async (tx) => {
          const different = await rebuildRecord(tx, id);
          for (const project of projections) await project(tx, [id]);
          return different;
        },
        { timeout: 30_000 },
      );
      done.records += 1;
      if (differed) done.different += 1;
      after = id;
    }
    if (page.length < PAGE) return done;
  }
}

type Kept = {
  connection_id: string;
  kind: string;
  external_id: string;
  fields: JsonObject;
  marks: Json;
  first_seen_at: Date;
  last_seen_at: Date;
};

/** Whether the record had to be changed. */
async function rebuildRecord(tx: Tx, id: string): Promise<boolean> {
  const [kept] = await tx.$queryRaw<Kept[]>(Prisma.sql`
    SELECT connection_id, kind, external_id, fields, marks, first_seen_at, last_seen_at
    FROM record WHERE id = ${id}::uuid FOR UPDATE`);
  if (!kept) return false;
  const observations = (await loadObservations(tx, [id])).get(id) ?? [];
  const { fields, marks, changes } = refold(observations);
  const { connection_id: connectionId, kind, external_id: externalId } = kept;
  await rewriteWords(tx, [{ id, connectionId, kind, externalId, fields, observations }]);
  const arrivals = observations.map((observation) => observation.arrivedAt).sort();
  const was = {
    fields: kept.fields,
    marks: kept.marks,
    firstSeenAt: kept.first_seen_at.toISOString(),
    lastSeenAt: kept.last_seen_at.toISOString(),
    changes: await keptChanges(tx, id),
  };
  const is = {
    fields,
    marks: packMarks(marks),
    firstSeenAt: arrivals.at(0) ?? was.firstSeenAt,
    lastSeenAt: arrivals.at(-1) ?? was.lastSeenAt,
    changes: Object.fromEntries(changes),
  };
  if (sameJson(was, is)) return false;
  const { changes: _, ...data } = is;
  await tx.record.update({ where: { id }, data });
  await tx.change.deleteMany({ where: { recordId: id } });
  await appendChanges(
    tx,
    [...changes].map(([field, list]) => ({ recordId: id, field, changes: list })),
  );
  return true;
}

type ChangeRow = Omit<FieldChange, 'at'> & { field: string; at: Date };

async function keptChanges(tx: Tx, recordId: string): Promise<{ [field: string]: FieldChange[] }> {
  const rows = await tx.$queryRaw<ChangeRow[]>(Prisma.sql`
    SELECT field, before, after, at, observation_id AS "observationId", event_id AS "eventId"
    FROM change WHERE record_id = ${recordId}::uuid ORDER BY field, ordinal`);
  const byField: { [field: string]: FieldChange[] } = {};
  for (const { field, at, ...change } of rows) {
    byField[field] = [...(byField[field] ?? []), { ...change, at: at.toISOString() }];
  }
  return byField;
}
