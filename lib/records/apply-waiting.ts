import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { ApplyHooks } from './apply-events.ts';
import { applyShard } from './apply-shard.ts';

/**
 * Applies waiting events, a batch of each shard in turn, until none is left that it can lock or `signal` aborts (the
 * batch in hand is finished). Shards are taken in random order, so that several processes side by side share them
 * out; each event is applied by one of them. Gives the number of events dealt with; throws where the database is away.
 */
export async function applyWaiting(
  db: Db,
  { hooks, signal }: { hooks?: ApplyHooks; signal?: AbortSignal } = {},
): Promise<number> {
  let total = 0;
  for (;;) {
    let applied = 0;
    for (const shard of shuffled(await waitingShards(db))) {
      if (signal?.aborted) return total + applied;
      applied += await applyShard(db, shard, { hooks });
    }
    if (applied === 0) return total;
    total += applied;
  }
}

/** The shards with events that are due: one look into a partial index for each shard. */
async function waitingShards(db: Db): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>(Prisma.sql`
    SELECT h.id FROM shard h WHERE EXISTS (
      SELECT FROM event_state s
      WHERE s.shard = h.id AND s.applied_at IS NULL AND (s.due_at IS NULL OR s.due_at <= now()))`);
  return rows.map((row) => row.id);
}

function shuffled(shards: number[]): number[] {
  return shards
    .map((shard) => ({ shard, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ shard }) => shard);
}
