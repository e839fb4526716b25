import type { Reading } from '#lib/catalog/event-type.ts';
import { readEvent } from '#lib/catalog/read-event.ts';
import { recognitionOf } from '#lib/catalog/recognition-of.ts';
import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { type RecordProjection, storeObservations } from './store-observations.ts';
import type { Effect, Told } from './told.ts';
import { toldByEvent } from './told-by-event.ts';
import type { WaitingEvent } from './waiting-event.ts';

/**
 * An event with what was read in it, and what it did to each record it tells of; an empty copy and an unknown event
 * did nothing to any.
 */
export type AppliedEvent = WaitingEvent & { reading: Reading; told: Told[]; effects: Effect[] };

/** What others keep of events, written in the transaction that applies them. */
export type EventProjection = (tx: Tx, applied: readonly AppliedEvent[]) => Promise<void>;

/** What others do while events are applied, in the same transaction. */
export type ApplyHooks = {
  /** Run in this order, one statement each if they can, since every batch waits for them. */
  records?: readonly RecordProjection[];
  events?: readonly EventProjection[];
  /**
   * Decides what becomes of each event (which flows take it) and writes what follows from it. Gives the outcome by
   * event id; an event without one is `ignored`. Throwing undoes the batch, and the events are tried one by one.
   */
  route?: (tx: Tx, applied: AppliedEvent[]) => Promise<Map<string, string>>;
};

/** Applies events, in the order given: records, histories, effects, what the hooks do, and the events' outcome. */
export async function applyEvents(tx: Tx, events: readonly WaitingEvent[], hooks: ApplyHooks): Promise<void> {
  const read = events.map((event) => {
    const reading = readEvent(recognitionOf(event));
    return { ...event, reading, told: toldByEvent(event, reading) };
  });
  const told = read.flatMap((event) => event.told);
  const effects = await storeObservations(tx, told, hooks.records);
  const byEvent = new Map<string, Effect[]>(events.map((event) => [event.id, []]));
  told.forEach(({ eventId }, index) => {
    const effect = effects[index];
    if (eventId !== null && effect) byEvent.get(eventId)?.push(effect);
  });
  await insertEffects(tx, byEvent);
  const applied = read.map((event) => ({ ...event, effects: byEvent.get(event.id) ?? [] }));
  const outcomes = (await hooks.route?.(tx, applied)) ?? new Map<string, string>();
  // Late, because their rows may be those for which other workers wait.
  for (const project of hooks.events ?? []) await project(tx, applied);
  await settle(tx, events, outcomes);
}

async function insertEffects(tx: Tx, byEvent: ReadonlyMap<string, Effect[]>): Promise<void> {
  const rows = [...byEvent].flatMap(([eventId, effects]) =>
    effects.map((effect) => ({ eventId, ...effect })),
  );
  if (rows.length === 0) return;
  // An event that is applied again keeps what was judged the first time.
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO event_effect (event_id, record_id, main, before, after, changed, stale)
    SELECT e."eventId", e."recordId", e.main, e.before, e.after, e.changed, e.stale
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS e("eventId" uuid, "recordId" uuid, main boolean, before jsonb, after jsonb, changed text[], stale text[])
    ON CONFLICT (event_id, record_id) DO NOTHING`);
}

/** The states are locked in the order of their ids, as those who count copies do, so that the two never deadlock. */
async function settle(tx: Tx, events: readonly WaitingEvent[], outcomes: Map<string, string>): Promise<void> {
  const ids = events.map((event) => event.id);
  await tx.$executeRaw(Prisma.sql`
    WITH locked AS MATERIALIZED (
      SELECT s.event_id, n.outcome
      FROM unnest(${ids}::uuid[], ${ids.map((id) => outcomes.get(id) ?? 'ignored')}::text[]) AS n(event_id, outcome)
      JOIN event_state s USING (event_id)
      ORDER BY s.event_id FOR UPDATE OF s
    )
    UPDATE event_state s
    SET outcome = l.outcome, applied_at = now(), due_at = NULL, error = NULL, xact = pg_current_xact_id()
    FROM locked l WHERE s.event_id = l.event_id`);
}
