import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { FieldChange } from './fold-field.ts';

/** Changes of one field of a record, in order. */
export type FieldHistory = { recordId: string; field: string; changes: readonly FieldChange[] };

/** Writes changes behind those that the fields already have. The records must be locked. */
export async function appendChanges(tx: Tx, histories: readonly FieldHistory[]): Promise<void> {
  const rows = histories.flatMap(({ recordId, field, changes }) =>
    changes.map((change, index) => ({ recordId, field, index, ...change })),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO change (record_id, field, ordinal, before, after, at, observation_id, event_id)
    SELECT c."recordId", c.field,
           c.index + coalesce((SELECT max(ordinal) + 1 FROM change o WHERE o.record_id = c."recordId" AND o.field = c.field), 0),
           coalesce(c.before, 'null'), coalesce(c.after, 'null'), c.at, c."observationId", c."eventId"
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS c("recordId" uuid, field text, index int, before jsonb, after jsonb, at timestamptz, "observationId" uuid, "eventId" uuid)`);
}

/** Replaces all changes of these fields. The records must be locked. */
export async function rewriteChanges(tx: Tx, histories: readonly FieldHistory[]): Promise<void> {
  if (histories.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    DELETE FROM change c
    USING unnest(${histories.map((one) => one.recordId)}::uuid[], ${histories.map((one) => one.field)}::text[])
      AS h(record_id, field)
    WHERE c.record_id = h.record_id AND c.field = h.field`);
  await appendChanges(tx, histories);
}
