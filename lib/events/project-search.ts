import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { AppliedEvent } from '#lib/records/apply-events.ts';
import { type Searchable, searchRow } from './search-row.ts';

/** Writes what events are found by besides their records, in one statement; anew where it was written before. */
export async function projectSearch(tx: Tx, events: readonly (AppliedEvent | Searchable)[]): Promise<void> {
  if (events.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO event_search (event_id, type, words, terms)
    SELECT n."eventId", n.type, n.words, n.terms
    FROM json_to_recordset(${JSON.stringify(events.map(searchRow))}::json)
      AS n("eventId" uuid, type text, words text[], terms int[])
    ON CONFLICT (event_id) DO UPDATE SET words = excluded.words, terms = excluded.terms`);
}
