import { uuidv7 } from 'uuidv7';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { type BulkColumns, type Fills, fillsSchema } from './bulk.schema.ts';
import type { BulkContext } from './bulk-context.ts';
import { headsHash } from './heads-hash.ts';

export type NewBulk = {
  connectionId: string;
  operation: Operation;
  name: string;
  heads: string[];
  rows: string[][];
  /** What is plain about the columns. */
  fills: Fills;
  origin: BulkColumns['origin'];
  timeZone: string | null;
};

/**
 * Keeps the rows of a new bulk. Columns that somebody matched before, in a file with the same names, are matched like
 * that. It waits for a person to confirm its columns; nothing is checked or sent yet. Gives its id.
 */
export async function insertBulk(
  { db, actor, audit, requestId, address }: BulkContext,
  bulk: NewBulk,
): Promise<string> {
  const { connectionId, operation, name, heads, rows, origin, timeZone } = bulk;
  const id = uuidv7();
  const known = new Set(operationFields(operation).map(({ key }) => key));
  await db.$transaction(async (tx) => {
    const remembered = await tx.bulkColumns.findUnique({
      where: { operation_heads: { operation: operation.name, heads: headsHash(heads) } },
    });
    const columns: BulkColumns = {
      heads,
      fills: remembered && origin === 'file' ? within(remembered.columns, known, heads.length) : bulk.fills,
      askEnerflo: operation.current !== undefined || operation.lookalikes !== undefined,
      timeZone,
      origin,
    };
    await tx.bulk.create({
      data: {
        id,
        connectionId,
        operation: operation.name,
        name,
        state: 'columns',
        columns,
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
      },
    });
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO bulk_row (bulk_id, number, cells, state)
      SELECT ${id}::uuid, row.number, row.cells, 'unchecked'
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS row(cells, number)`);
    await audit(tx, {
      actor,
      action: 'bulk.create',
      subjectKind: 'bulk',
      subjectId: id,
      after: { operation: operation.name, connectionId, rows: rows.length, origin },
      requestId,
      address,
    });
  });
  return id;
}

/** What was remembered, without fields and columns that are not there any more. */
function within(remembered: Prisma.JsonValue, known: ReadonlySet<string>, width: number): Fills {
  const fills = fillsSchema.safeParse(remembered);
  if (!fills.success) return {};
  return Object.fromEntries(
    Object.entries(fills.data).filter(
      ([field, fill]) => known.has(field) && (!('column' in fill) || fill.column < width),
    ),
  );
}
