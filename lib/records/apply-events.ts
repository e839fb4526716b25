import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { storeObservations } from './store-observations.ts';
import type { Effect } from './told.ts';
import { toldByEvent } from './told-by-event.ts';
import type { WaitingEvent } from './waiting-event.ts';

/** An event with what it did to each record it tells of; an empty copy and an unknown event did nothing to any. */
export type AppliedEvent = WaitingEvent & { effects: Effect[] };

/** What others do while events are applied, in the same transaction. */
export type ApplyHooks = {
  /**
   * Decides what becomes of each event (which flows take it) and writes what follows from it. Gives the outcome by
   * event id; an event without one is `ignored`. Throwing undoes the batch, and the events are tried one by one.
   */
  route?: (tx: Tx, applied: AppliedEvent[]) => Promise<Map<string, string>>;
};

/** Applies events, in the order given: records, histories, effects, what the hooks do, and the events' outcome. */
export async function applyEvents(tx: Tx, events: readonly WaitingEvent[], hooks: ApplyHooks): Promise<void> {
  const told = events.flatMap(toldByEvent);
  const effects = await storeObservations(tx, told);
  const byEvent = new Map<string, Effect[]>(events.map((event) => [event.id, []]));
  told.forEach(({ eventId }, index) => {
    const effect = effects[index];
    if (eventId !== null && effect) byEvent.get(eventId)?.push(effect);
  });
  await insertEffects(tx, byEvent);
  const applied = events.map((event) => ({ ...event, effects: byEvent.get(event.id) ?? [] }));
  const outcomes = (await hooks.route?.(tx, applied)) ?? new Map<string, string>();
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
