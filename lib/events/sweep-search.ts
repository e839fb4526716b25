import { eventTypes } from '#lib/catalog/registry.ts';
import { EVENT_WORDS_VERSION } from '#lib/catalog/search/event-words.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { readSetting, writeSetting } from '#lib/settings/settings.ts';
import { searchedEvents, writeSearch } from './write-search.ts';

/** Events that one transaction looks at, and those of them that it writes, at most. */
const LOOKED_AT = 2_000;
const WRITTEN = 50;
/** Bytes of those written at once (one may be larger): parsed, they take several times as much memory. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The number of the advisory lock under which one process sweeps; the others leave it to that one. */
const lockNumber = 7_143_709;
const highest = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const lowest = '00000000-0000-0000-0000-000000000000';

type Page = { written: number; done: boolean };

/** Types of which this version of the words says more than those before: version 2 reads bodies of unknown shape. */
const unknownShapes = eventTypes.filter(({ shape }) => shape === 'unknown').map(({ name }) => name);

/**
 * Writes what events are found by, and which types were heard, for events that a version applied which kept neither, or
 * fewer words: once after an upgrade, the newest first, until none is left or `signal` aborts. It goes on where it
 * stopped, and once it is through it looks at nothing. Gives the number of events written.
 */
export async function sweepSearch(db: Db, signal?: AbortSignal): Promise<number> {
  let total = 0;
  while (!signal?.aborted) {
    const { written, done } = await db.$transaction(sweepPage, { timeout: 30_000 });
    total += written;
    if (done) break;
  }
  return total;
}

async function sweepPage(tx: Tx): Promise<Page> {
  if ((await sweptTo(tx)) === lowest) return { written: 0, done: true };
  const [lock] = await tx.$queryRaw<{ ours: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${lockNumber}::bigint) AS ours`;
  if (!lock?.ours) return { written: 0, done: true };
  const { down, missing } = await lookBelow(tx, await sweptTo(tx));
  if (missing.length > 0) {
    const of = Prisma.sql`WHERE e.id = ANY(${missing}::uuid[]) ORDER BY e.id`;
    await writeSearch(tx, await searchedEvents(tx, of));
  }
  await writeSetting(tx, 'searchSwept', { version: EVENT_WORDS_VERSION, downTo: down });
  return { written: missing.length, done: down === lowest };
}

async function sweptTo(tx: Tx): Promise<string> {
  const swept = await readSetting(tx, 'searchSwept');
  return swept?.version === EVENT_WORDS_VERSION ? swept.downTo : highest;
}

type Looked = { id: string; size: number; missing: boolean };

/** The next applied events of which nothing was written, or too little, and how far down this has looked. */
async function lookBelow(tx: Tx, before: string): Promise<{ down: string; missing: string[] }> {
  const rows = await tx.$queryRaw<Looked[]>(Prisma.sql`
    SELECT e.id, e.byte_size AS size, s.applied_at IS NOT NULL
           AND (x.event_id IS NULL OR NOT e.known OR e.type LIKE 'crm.%' OR e.type = ANY(${unknownShapes})) AS missing
    FROM (SELECT id, byte_size, type, known FROM event WHERE id < ${before}::uuid ORDER BY id DESC LIMIT ${LOOKED_AT}) e
    LEFT JOIN event_state s ON s.event_id = e.id LEFT JOIN event_search x ON x.event_id = e.id
    ORDER BY e.id DESC`);
  const all = rows.filter((row) => row.missing);
  let bytes = 0;
  const missing = all.filter(({ size }, at) => {
    bytes += size;
    return at === 0 || (at < WRITTEN && bytes <= MOST_BYTES);
  });
  const lastRow = missing.length < all.length ? missing.at(-1) : rows.at(LOOKED_AT - 1);
  return { down: lastRow?.id ?? lowest, missing: missing.map((row) => row.id) };
}
