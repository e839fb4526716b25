import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { searchedEvents, writeSearch } from './write-search.ts';

const PAGE = 50;

/**
 * Writes anew what every event is found by besides its records, and which types were heard: of events that were
 * applied before either was kept, or by other rules. Safe while workers run. Gives the number of events.
 */
export async function rebuildSearch(db: Db, { signal }: { signal?: AbortSignal } = {}): Promise<number> {
  let done = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await searchedEvents(
      db,
      Prisma.sql`WHERE e.id > ${after}::uuid ORDER BY e.id LIMIT ${PAGE}`,
    );
    await db.$transaction((tx) => writeSearch(tx, page), { timeout: 30_000 });
    done += page.length;
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE || signal?.aborted) return done;
  }
}
