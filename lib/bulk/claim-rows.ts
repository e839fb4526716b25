import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import type { BulkWork } from './bulk-part.ts';
import { markSentElsewhere } from './mark-repeats.ts';

export type ClaimedRow = {
  number: number;
  input: JsonObject;
  tries: number;
  /** Codes for which it was held before: a person has it sent all the same. */
  held: string[];
};

/**
 * The next rows to be sent, marked as being sent; empty where none is left, null where the bulk is not this worker's to
 * run any more. What another bulk sent since the check is a repeat now: claims of one account come one after the other.
 */
export async function claimRows(
  { db, workerId }: Pick<BulkWork, 'db' | 'workerId'>,
  { id, connectionId }: Pick<Bulk, 'id' | 'connectionId'>,
  most: number,
): Promise<ClaimedRow[] | null> {
  return db.$transaction(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>(Prisma.sql`
      SELECT 1 FROM bulk WHERE id = ${id}::uuid AND state = 'running' AND worker_id = ${workerId}::uuid FOR SHARE`);
    if (held.length === 0) return null;
    await tx.$executeRaw(
      Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`bulk ${connectionId}`}, 0))`,
    );
    for (;;) {
      const numbers = await waiting(tx, id, most);
      const repeats = await markSentElsewhere(tx, id, Prisma.sql`r.number = ANY(${numbers}::int[])`);
      if (repeats === 0 || numbers.length === 0) return claim(tx, id, numbers);
    }
  });
}

type Tx = Parameters<typeof markSentElsewhere>[0];

async function waiting(tx: Tx, id: string, most: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ number: number }[]>(Prisma.sql`
    SELECT number FROM bulk_row WHERE bulk_id = ${id}::uuid AND state = 'waiting' ORDER BY number LIMIT ${most}`);
  return rows.map(({ number }) => number);
}

async function claim(tx: Tx, id: string, numbers: readonly number[]): Promise<ClaimedRow[]> {
  const rows = await tx.$queryRaw<ClaimedRow[]>(Prisma.sql`
    UPDATE bulk_row SET state = 'sending', reason = NULL
    WHERE bulk_id = ${id}::uuid AND number = ANY(${[...numbers]}::int[]) AND state = 'waiting'
    RETURNING number, input, tries,
      ARRAY(SELECT n ->> 'code' FROM jsonb_array_elements(notes) AS n WHERE n ->> 'kind' = 'held') AS held`);
  return rows.sort((one, other) => one.number - other.number);
}
