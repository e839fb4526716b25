import type pg from 'pg';

/** An event of the round as the database holds it. */
export type StoredEvent = {
  id: string;
  number: number;
  bytes: Buffer;
  outcome: string;
  applied: boolean;
  receivedCount: number;
};

/** A delivery of the round; `path` is that of its destination. */
export type StoredDelivery = { eventId: string; path: string; state: string; unknownAttempts: number };

/** The events whose numbers lie in the round, and their deliveries. */
export async function readStored(
  pool: pg.Pool,
  from: number,
  to: number,
): Promise<{ events: StoredEvent[]; deliveries: StoredDelivery[] }> {
  const events = await pool.query<StoredEvent>(
    `SELECT e.id, (e.payload->>'id')::int AS number, b.bytes, s.outcome, s.applied_at IS NOT NULL AS applied,
            s.received_count AS "receivedCount"
     FROM event e JOIN event_body b ON b.id = e.body_id JOIN event_state s ON s.event_id = e.id
     WHERE (e.payload->>'id')::int BETWEEN $1 AND $2`,
    [from, to],
  );
  const deliveries = await pool.query<StoredDelivery>(
    `SELECT d.event_id AS "eventId", regexp_replace(t.url, '^https?://[^/]+', '') AS path, d.state,
            (SELECT count(*)::int FROM attempt a WHERE a.delivery_id = d.id AND a.state = 'unknown') AS "unknownAttempts"
     FROM delivery d JOIN event e ON e.id = d.event_id JOIN destination t ON t.id = d.destination_id
     WHERE (e.payload->>'id')::int BETWEEN $1 AND $2`,
    [from, to],
  );
  return { events: events.rows, deliveries: deliveries.rows };
}
