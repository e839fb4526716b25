import { testWarningLike } from '#lib/catalog/test-mark.ts';
import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

type Heard = { id: string; connectionId: string; type: string; receivedAt: Date; complete: boolean };

/**
 * Keeps when each account first and last sent each type; a test that a console sent to itself is no sign of the sender. One statement, its rows in the order of their keys, so that
 * batches side by side wait for each other and never deadlock; called last, so that they wait only shortly.
 */
export async function projectHeardTypes(tx: Tx, all: readonly Heard[]): Promise<void> {
  const events = await withoutTests(tx, all);
  if (events.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO heard_type AS h (connection_id, type, first_at, last_at, last_event_id)
    SELECT n.connection_id, n.type, min(n.at), max(n.at), (array_agg(n.event_id ORDER BY n.at DESC, n.event_id DESC))[1]
    FROM unnest(
      ${events.map((event) => event.connectionId)}::uuid[], ${events.map((event) => event.type)}::text[],
      ${events.map((event) => event.receivedAt)}::timestamptz[], ${events.map((event) => event.id)}::uuid[]
    ) AS n(connection_id, type, at, event_id)
    GROUP BY n.connection_id, n.type
    ORDER BY n.connection_id, n.type
    ON CONFLICT (connection_id, type) DO UPDATE
    SET first_at = least(h.first_at, excluded.first_at),
        last_at = greatest(h.last_at, excluded.last_at),
        last_event_id = CASE WHEN excluded.last_at >= h.last_at THEN excluded.last_event_id ELSE h.last_event_id END`);
}

/** Only what is not complete can be a test, so most batches ask nothing. */
async function withoutTests(tx: Tx, events: readonly Heard[]): Promise<readonly Heard[]> {
  const doubtful = events.filter(({ complete }) => !complete).map(({ id }) => id);
  if (doubtful.length === 0) return events;
  const tests = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM event WHERE id = ANY(${doubtful}::uuid[]) AND warnings->>0 LIKE ${testWarningLike}`);
  const ids = new Set(tests.map(({ id }) => id));
  return events.filter(({ id }) => !ids.has(id));
}
