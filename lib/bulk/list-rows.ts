import { z } from 'zod';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { isJsonObject } from '#lib/json.ts';
import { type BulkRow, rowNoteSchema } from './bulk.schema.ts';
import { findBulk } from './bulk-row.ts';
import { rowStateNames } from './bulk-states.ts';
import { nameHomeowners } from './name-homeowners.ts';

type Filter = { id: string; state?: string; putRight?: 'yes'; cursor?: number; limit: number };
type Stored = {
  number: number;
  state: string;
  reason: string | null;
  cells: string[];
  input: unknown;
  notes: unknown;
  actionId: string | null;
  enerfloId: string | null;
  at: Date | null;
};

const notesSchema = z.array(rowNoteSchema);

/** Rows of a bulk in their order. Without `personal` nothing of what was in the file. Throws NOT_FOUND. */
export async function listRows(
  db: Db,
  { id, state, putRight, cursor, limit }: Filter,
  { personal }: { personal: boolean },
): Promise<{ items: BulkRow[]; nextCursor: number | null }> {
  const bulk = await findBulk(db, id);
  const rows = await readRows(
    db,
    Prisma.sql`r.bulk_id = ${id}::uuid AND r.number > ${cursor ?? 0}::int
      AND (${state ?? null}::text IS NULL OR r.state = ${state ?? null}::text)
      AND (${putRight === undefined} OR r.notes @> '[{"kind":"put-right"}]')`,
    limit + 1,
  );
  const page = rows.slice(0, limit);
  return {
    items: personal ? await nameHomeowners(db, bulk, page) : page.map(withoutPersonal),
    nextCursor: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
  };
}

/** Rows with what became of them, without homeowners' names (see name-homeowners.ts). */
export async function readRows(db: Db, which: Prisma.Sql, limit: number): Promise<BulkRow[]> {
  const rows = await db.$queryRaw<Stored[]>(Prisma.sql`
    SELECT r.number, r.state, r.reason, r.cells, r.input, r.notes, r.action_id AS "actionId",
      a.result #>> '{subjects,0,id}' AS "enerfloId", coalesce(a.settled_at, a.created_at) AS at
    FROM bulk_row r LEFT JOIN action a ON a.id = r.action_id
    WHERE ${which} ORDER BY r.number LIMIT ${limit}`);
  return rows.map(({ at, input, notes, state, ...row }) => ({
    ...row,
    homeowner: null,
    state: rowStateNames.find((name) => name === state) ?? 'unchecked',
    input: isJsonObject(input) ? input : null,
    notes: notesSchema.parse(notes),
    at: at?.toISOString() ?? null,
  }));
}

/** A row for those who may not see personal values: its state, and what it causes. */
export function withoutPersonal<Row extends BulkRow>(row: Row): Row {
  const plain = new Set(['side-effect', 'same']);
  return {
    ...row,
    reason: null,
    cells: null,
    homeowner: null,
    input: null,
    enerfloId: null,
    notes: row.notes.filter(({ kind }) => plain.has(kind)),
  };
}
