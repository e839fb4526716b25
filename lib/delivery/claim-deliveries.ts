import { uuidv7 } from 'uuidv7';
import { Prisma } from '#lib/db/generated/client.ts';
import { type BuiltRequest, buildRequest } from '#lib/destinations/build-request.ts';
import { maskHeaders, maskUrl } from '#lib/destinations/mask-credentials.ts';
import { mappingRecordsOf } from '#lib/flows/mapping-records.ts';
import type { Json } from '#lib/json.ts';
import { applyMapping, type MappedRecord } from '#lib/mapping/apply-mapping.ts';
import { carriesNothing } from '#lib/mapping/carries-nothing.ts';
import { type MappingRow, mappingRowsSchema } from '#lib/mapping/mapping.schema.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import { cutText } from './cut-text.ts';
import type { DeliveryContext } from './delivery-context.ts';
import type { DeliveryError } from './delivery-error.ts';
import { isBlocked, releaseNext } from './queue-order.ts';
import { type Run, runOn } from './settle-events.ts';
import { inTransaction } from './transaction.ts';

/** A delivery that is ours to send, its intent committed. */
export type ClaimedDelivery = {
  id: string;
  eventId: string;
  number: number;
  scheduleStep: number;
  repeatSafe: boolean;
  /** When it was claimed, by `performance.now()`. */
  claimedAt: number;
  /** What to send, or why nothing can be sent: then there is no attempt. */
  work: { attemptId: string; request: BuiltRequest; body: string } | { error: DeliveryError };
};

type Row = {
  id: string;
  eventId: string;
  number: number;
  scheduleStep: number;
  idempotencyKey: string;
  mapping: Json;
  destinationId: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  auth: string;
  username: string | null;
  secret: Uint8Array | null;
  repeatSafe: boolean;
  payload: Json | null;
};

/** At least, and at most, so many due deliveries are looked at by one statement. */
const shortLook = 16;
const longLook = 512;

/** Bytes of the requests whose payloads are read by one claim; one alone may have more. */
const mostBytes = 16 * 1024 * 1024;

/**
 * Takes up to `limit` deliveries that are due and that nothing stands in front of, and commits what will be sent for
 * each before anything leaves. Any number of processes may do this at once: each delivery goes to one.
 */
export async function claimDeliveries(context: DeliveryContext, limit: number): Promise<ClaimedDelivery[]> {
  // Without room nothing could be claimed however long the look, and a long queue would be looked at for ever.
  if (limit <= 0) return [];
  for (let look = Math.max(shortLook, limit); ; look = Math.min(look * 4, longLook)) {
    const { claimed, blocked, looked } = await claimOnce(context, limit, look);
    for (const delivery of claimed) context.inFlight.add(delivery.id);
    await releaseNext(runOn(context.pool), blocked);
    if (claimed.length > 0 || looked < look) return claimed;
  }
}

async function claimOnce({ pool, workerId, box }: DeliveryContext, limit: number, look: number) {
  return inTransaction(pool, async (run) => {
    const looked = await lookAtDue(run, look);
    const free = lightEnough(looked.filter((one) => !one.blocked).slice(0, limit));
    const blocked = looked.filter((one) => one.blocked);
    if (blocked.length > 0) {
      const ids = blocked.map(({ id }) => id);
      await run(Prisma.sql`UPDATE delivery SET due_at = NULL WHERE id = ANY(${ids}::uuid[])`);
    }
    const rows = free.length > 0 ? await claimRows(run, workerId, free) : [];
    const records = await recordsFor(run, rows);
    const claimed = rows.map((row) => prepare(box, row, records.get(row.eventId) ?? []));
    await insertAttempts(run, claimed);
    const keys = [...new Set(blocked.map(({ orderKey }) => orderKey))];
    return { claimed, blocked: keys, looked: looked.length };
  });
}

type Looked = { id: string; orderKey: string; bytes: number; blocked: boolean };

/** The first of them, at least one, as many as are read at once; the others stay due for the next claim. */
function lightEnough(free: readonly Looked[]): Looked[] {
  let bytes = 0;
  const tooMuch = free.findIndex((one, place) => {
    bytes += one.bytes;
    return place > 0 && bytes > mostBytes;
  });
  return tooMuch === -1 ? [...free] : free.slice(0, tooMuch);
}

/**
 * The deliveries that are due, the longest due first, locked. `SKIP LOCKED` leaves those that another process holds
 * at this moment; what it claims is in state `sending` before its lock is gone, so it blocks the ones behind it.
 * Due times are kept in milliseconds and may be rounded up, hence the one on top of now.
 */
function lookAtDue(run: Run, look: number): Promise<Looked[]> {
  return run<Looked>(Prisma.sql`
    SELECT d.id, d.order_key AS "orderKey", e.byte_size AS bytes, ${isBlocked} AS blocked
    FROM delivery d JOIN step s ON s.id = d.step_id JOIN event e ON e.id = d.event_id
    WHERE d.state IN ('waiting', 'retrying') AND d.due_at <= now() + interval '1 millisecond'
    ORDER BY d.due_at
    LIMIT ${look} FOR UPDATE OF d SKIP LOCKED`);
}

function claimRows(run: Run, workerId: string, free: readonly Looked[]): Promise<Row[]> {
  return run<Row>(Prisma.sql`
    WITH claimed AS (
      UPDATE delivery SET state = 'sending', worker_id = ${workerId}::uuid, tries = tries + 1, due_at = NULL
      WHERE id = ANY(${free.map(({ id }) => id)}::uuid[])
      RETURNING *
    )
    SELECT c.id, c.event_id AS "eventId", c.tries AS number, c.schedule_step AS "scheduleStep",
           c.idempotency_key AS "idempotencyKey", s.mapping, t.id AS "destinationId", t.method, t.url, t.headers,
           t.auth, t.username, t.secret, t.repeat_safe AS "repeatSafe", e.payload
    FROM claimed c
    JOIN step s ON s.id = c.step_id
    JOIN destination t ON t.id = c.destination_id
    JOIN event e ON e.id = c.event_id
    ORDER BY c.event_id`);
}

async function recordsFor(run: Run, rows: readonly Row[]): Promise<Map<string, MappedRecord[]>> {
  const reading = rows.filter((row) => JSON.stringify(row.mapping).includes('"kind":"record"'));
  if (reading.length === 0) return new Map();
  return mappingRecordsOf(run, [...new Set(reading.map((row) => row.eventId))]);
}

function prepare(box: SecretBox, row: Row, records: MappedRecord[]): ClaimedDelivery {
  const { id, eventId, number, scheduleStep, repeatSafe } = row;
  const delivery = { id, eventId, number, scheduleStep, repeatSafe, claimedAt: performance.now() };
  const rows = mappingRowsSchema.safeParse(row.mapping);
  if (!rows.success)
    return { ...delivery, work: { error: mappingError('The mapping of this version cannot be read.') } };
  const body = outgoingBody(row.payload, records, rows.data);
  if (typeof body !== 'string') return { ...delivery, work: { error: body } };
  try {
    const own = { 'Idempotency-Key': row.idempotencyKey, 'Heliograph-Event': eventId };
    const request = buildRequest({ ...row, id: row.destinationId }, box, own);
    return { ...delivery, work: { attemptId: uuidv7(), request, body } };
  } catch {
    const text = 'The stored password or token cannot be opened. Save it again in the flow.';
    return { ...delivery, work: { error: { code: 'SECRET', text } } };
  }
}

function outgoingBody(
  payload: Json | null,
  records: MappedRecord[],
  rows: MappingRow[],
): string | DeliveryError {
  const { body, problems, trace } = applyMapping({ payload, records }, rows);
  if (problems[0]) return mappingError(problems[0].message);
  if (carriesNothing(trace)) {
    const text =
      'This event has none of the fields that the flow sends, so nothing was sent. Skip it, or change the flow.';
    return { code: 'NOTHING_TO_SEND', text };
  }
  return JSON.stringify(body);
}

function mappingError(text: string): DeliveryError {
  return { code: 'MAPPING', text };
}

/** The intents. What is kept of a request has no credentials in it. */
async function insertAttempts(run: Run, deliveries: readonly ClaimedDelivery[]): Promise<void> {
  const rows = deliveries.flatMap(({ id, number, work }) => {
    if ('error' in work) return [];
    const { method, url, headers } = work.request;
    const { text, cut } = cutText(work.body);
    const request = { method, url: maskUrl(url), headers: maskHeaders(headers), bodyTruncated: cut };
    return [{ id: work.attemptId, deliveryId: id, number, request, body: text }];
  });
  if (rows.length === 0) return;
  await run(Prisma.sql`
    INSERT INTO attempt (id, delivery_id, number, state, started_at, request, request_body)
    SELECT a.id, a."deliveryId", a.number, 'sending', clock_timestamp(), a.request, a.body
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS a(id uuid, "deliveryId" uuid, number smallint, request jsonb, body text)`);
}
