import type { Db } from '#lib/db/database.ts';
import type { EventDraft } from './event-draft.ts';

type KeyRow = { id: string; event_id: string };

/** $1: the drafts, a JSON list; $2: their bodies, one behind the other. */
const storeStatement = `/* store_events */
  WITH input AS MATERIALIZED (
    SELECT i.*, decode(i."hash", 'hex') AS content_hash, coalesce(i."receivedAt", now())::timestamptz(3) AS at
    FROM json_to_recordset($1::json) AS i(
      id uuid, "connectionId" uuid, "endpointId" uuid, type text, known bool, envelope text, "occurredAt" timestamptz,
      about text, "recordKey" text, complete bool, shard int, warnings jsonb, view text, "viewIsBody" bool, hash text,
      "window" int, clockless bool, "bodyOffset" int, "byteSize" int, "bodyId" uuid, part int, "remoteAddress" text,
      query text, "contentType" text, "contentEncoding" text, headers text, "receivedAt" timestamptz)
  ), keyed AS (
    INSERT INTO event_key AS k (connection_id, type, hash, event_id, first_at)
    SELECT "connectionId", type, content_hash, id, at FROM input
    ON CONFLICT (connection_id, type, hash) DO UPDATE SET (event_id, first_at) = (
      SELECT CASE WHEN is_new THEN i.id ELSE k.event_id END, CASE WHEN is_new THEN i.at ELSE k.first_at END
      FROM (
        SELECT i.id, i.at,
          coalesce(k.first_at <= i.at - make_interval(secs => i."window"), false)
          OR (i.clockless AND i."recordKey" IS NOT NULL AND EXISTS (
            SELECT 1 FROM event e
            WHERE e.connection_id = i."connectionId" AND e.record_key = i."recordKey"
              AND e.received_at >= k.first_at AND e.received_at <= i.at
              AND (e.received_at, e.id) > (k.first_at, k.event_id) AND e.complete AND e.content_hash <> excluded.hash)) AS is_new
        FROM input i WHERE i.id = excluded.event_id
      ) i
    )
    RETURNING event_id, connection_id, type, hash
  ), decided AS MATERIALIZED (
    SELECT i.*, k.event_id FROM input i
    JOIN keyed k ON k.connection_id = i."connectionId" AND k.type = i.type AND k.hash = i.content_hash
  ), new_event AS (
    INSERT INTO event (id, connection_id, endpoint_id, type, known, envelope, received_at, occurred_at, about, record_key,
                       complete, remote_address, query, content_type, content_encoding, headers, payload, warnings,
                       content_hash, byte_size, body_id, part)
    SELECT id, "connectionId", "endpointId", type, known, envelope, at, "occurredAt", about, "recordKey",
           complete, "remoteAddress", query, "contentType", "contentEncoding", headers::jsonb,
           CASE WHEN "viewIsBody" THEN convert_from(substr($2::bytea, "bodyOffset", "byteSize"), 'UTF8')::jsonb
                ELSE view::jsonb END,
           warnings, content_hash, "byteSize", "bodyId", part
    FROM decided WHERE event_id = id
    ON CONFLICT DO NOTHING
  ), new_state AS (
    INSERT INTO event_state (event_id, shard, last_received_at)
    SELECT id, shard, at FROM decided WHERE event_id = id
    ON CONFLICT DO NOTHING
  ), new_body AS (
    INSERT INTO event_body (id, bytes)
    SELECT "bodyId", substr($2::bytea, "bodyOffset", "byteSize")
    FROM (SELECT DISTINCT "bodyId", "bodyOffset", "byteSize" FROM decided WHERE event_id = id) bodies
    ON CONFLICT DO NOTHING
  )
  SELECT id, event_id FROM decided`;

/**
 * Stores a batch in one statement: for each draft, the row of its content decides whether it is new; new ones get
 * their event, their bytes, and their state, which is also what the worker looks for. It is its own transaction, so
 * a 202 after it means committed. Gives for each draft's id the id of the event it is, or is a copy of.
 *
 * Drafts of one batch have different keys. Running it twice with the same drafts does no harm.
 */
export async function storeEvents(db: Db, unsorted: EventDraft[]): Promise<Map<string, string>> {
  // Two batches that lock the same keys in different orders would deadlock.
  const drafts = unsorted.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const { bytes, offsets } = joinedBodies(drafts);
  const input = drafts.map(({ key, bytes, contentHash, view, ...draft }) => ({
    ...draft,
    hash: contentHash.toString('hex'),
    view: view === 'body' ? null : view,
    viewIsBody: view === 'body',
    bodyOffset: offsets.get(draft.bodyId),
    byteSize: bytes.length,
  }));
  const rows = await db.$queryRawUnsafe<KeyRow[]>(storeStatement, JSON.stringify(input), bytes);
  return new Map(rows.map((row) => [row.id, row.event_id]));
}

/** An arrival of content that an event has already. */
export type Copy = { draft: EventDraft; eventId: string };

/** $1: the copies, a JSON list; $2: their bodies, one behind the other. */
const countStatement = `/* count_copies */
  WITH input AS MATERIALIZED (
    SELECT i.*, coalesce(i."receivedAt", now())::timestamptz(3) AS at
    FROM json_to_recordset($1::json) AS i(
      id uuid, "eventId" uuid, part int, "bodyOffset" int, "byteSize" int, "remoteAddress" text, "receivedAt" timestamptz)
  ), locked AS MATERIALIZED (
    SELECT s.event_id FROM event_state s
    WHERE s.event_id IN (SELECT "eventId" FROM input) ORDER BY s.event_id FOR UPDATE
  ), kept AS (
    INSERT INTO event_copy AS c (id, event_id, received_at, remote_address, bytes)
    SELECT i.id, i."eventId", i.at, i."remoteAddress", CASE WHEN i.part = 0 THEN nullif(own.bytes, b.bytes) END
    FROM input i
    CROSS JOIN LATERAL (SELECT substr($2::bytea, i."bodyOffset", i."byteSize") AS bytes) own
    LEFT JOIN event e ON e.id = i."eventId"
    LEFT JOIN event_body b ON b.id = e.body_id
    ON CONFLICT DO NOTHING
    RETURNING c.event_id, c.received_at
  )
  UPDATE event_state s
  SET received_count = s.received_count + c.times, last_received_at = greatest(s.last_received_at, c.last),
      xact = pg_current_xact_id()
  FROM (SELECT event_id, count(*)::int AS times, max(received_at) AS last FROM kept GROUP BY event_id) c, locked l
  WHERE s.event_id = c.event_id AND l.event_id = c.event_id`;

/**
 * Raises the counts of the events that these are copies of, and keeps each arrival; its bytes only if they differ.
 * A second statement, because the snapshot of the first may be older than the event. Running it twice does no harm.
 */
export async function countCopies(db: Db, copies: Copy[]): Promise<void> {
  const { bytes, offsets } = joinedBodies(copies.map(({ draft }) => draft));
  const input = copies.map(({ eventId, draft: { id, part, bodyId, bytes, remoteAddress, receivedAt } }) => ({
    id,
    eventId,
    part,
    bodyOffset: offsets.get(bodyId),
    byteSize: bytes.length,
    remoteAddress,
    receivedAt,
  }));
  await db.$executeRawUnsafe(countStatement, JSON.stringify(input), bytes);
}

/**
 * The bodies of these drafts one behind the other, and where each begins, from 1. They go as one binary parameter:
 * an array of bytea would be sent as hexadecimal text, twice the size.
 */
function joinedBodies(drafts: EventDraft[]): { bytes: Buffer; offsets: Map<string, number> } {
  const offsets = new Map<string, number>();
  const bodies: Buffer[] = [];
  let end = 1;
  for (const { bodyId, bytes } of drafts) {
    if (offsets.has(bodyId)) continue;
    offsets.set(bodyId, end);
    bodies.push(bytes);
    end += bytes.length;
  }
  return { bytes: Buffer.concat(bodies), offsets };
}
