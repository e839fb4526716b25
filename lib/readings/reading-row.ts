import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import {
  type ReadingKind,
  type ReadingState,
  readingKinds,
  readingParts,
  readingStates,
} from './reading-kinds.ts';
import type { ReadingItem } from './readings.contract.ts';
import { partProgressSchema, progressSchema } from './readings.schema.ts';
import { skippedItems } from './skipped-items.ts';
import { timeLeft } from './time-left.ts';

type Row = {
  id: string;
  connection_id: string;
  kind: string;
  state: string;
  since: Date | null;
  progress: JsonObject;
  error: string | null;
  actor_kind: string;
  actor_name: string;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
  due_at: Date | null;
  requests: number;
  seconds: number;
  never: number;
  fresh: number;
  changed: number;
};

/** Readings that fit the condition on `r`, newest first. */
export async function readingsWhere(
  db: Db | Tx,
  condition: Prisma.Sql,
  limit: number,
): Promise<ReadingItem[]> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT r.*, f.never, f.fresh, f.changed,
           coalesce((a.settings #>> '{limit,requests}')::int, 300) AS requests,
           coalesce((a.settings #>> '{limit,seconds}')::int, 60) AS seconds
    FROM reading r LEFT JOIN enerflo_account a ON a.connection_id = r.connection_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE what = 'never-reached-us')::int AS never,
             count(*) FILTER (WHERE what = 'new')::int AS fresh,
             count(*) FILTER (WHERE what = 'changed')::int AS changed
      FROM reading_finding WHERE reading_id = r.id) f
    WHERE ${condition} ORDER BY r.id DESC LIMIT ${limit}`);
  return Promise.all(rows.map((row) => itemOf(db, row)));
}

/** One reading. Throws NOT_FOUND. */
export async function getReading(db: Db | Tx, id: string): Promise<ReadingItem> {
  const [item] = await readingsWhere(db, Prisma.sql`r.id = ${id}::uuid`, 1);
  if (!item) throw new AppError('NOT_FOUND', 'There is no reading with this id.');
  return item;
}

/** A page of the readings of an account, newest first. */
export async function listReadings(
  db: Db,
  { connectionId, cursor, limit }: { connectionId: string; cursor?: string; limit: number },
): Promise<{ items: ReadingItem[]; nextCursor: string | null }> {
  const after = cursor ? Prisma.sql`AND r.id < ${cursor}::uuid` : Prisma.empty;
  const found = await readingsWhere(
    db,
    Prisma.sql`r.connection_id = ${connectionId}::uuid ${after}`,
    limit + 1,
  );
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

async function itemOf(db: Db | Tx, row: Row): Promise<ReadingItem> {
  const kind = readingKinds.find((one): one is ReadingKind => one === row.kind) ?? 'catch-up';
  const state = readingStates.find((one): one is ReadingState => one === row.state) ?? 'failed';
  const { parts, skipped, skippedCount } = progressSchema.parse(row.progress);
  // Catch-ups of earlier versions ended without milestones of their own.
  const shown = readingParts.filter((part) => state !== 'done' || parts[part]);
  const progress = shown.map((part) => ({ part, ...(parts[part] ?? partProgressSchema.parse({})) }));
  return {
    id: row.id,
    connectionId: row.connection_id,
    kind,
    state,
    since: row.since?.toISOString() ?? null,
    parts: progress.map(({ part, read, total, whole, done }) => ({ part, read, total, whole, done })),
    ...timeLeft(kind, progress, row.requests / row.seconds),
    error: row.error,
    dueAt: row.due_at?.toISOString() ?? null,
    by: row.actor_kind === 'system' ? `Heliograph, ${row.actor_name}` : row.actor_name,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    findings: { neverReachedUs: row.never, new: row.fresh, changed: row.changed },
    skipped: { count: skippedCount, items: await skippedItems(db, row.connection_id, skipped) },
  };
}
