import { eventTypes } from '#lib/catalog/registry.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { idAt } from '#lib/db/id-at.ts';
import { isHeld } from '#lib/delivery/is-held.ts';
import type { EventFilter } from './list-events.ts';

/** What an event must fulfil besides being found: on its row `e`, on its state `s`. */
export type EventConditions = {
  event: readonly Prisma.Sql[];
  state: readonly Prisma.Sql[];
  /** The accounts and types that are left; null where the filter does not speak of them. */
  accounts: readonly string[] | null;
  types: readonly string[] | null;
};

/** An event's id holds the time at which it was made, its row the time at which it was stored: this far apart at most. */
const idSlack = 60 * 60 * 1000;

/** All of a filter but its text and its cursor. */
export async function eventConditions(db: Db, filter: EventFilter): Promise<EventConditions> {
  const accounts = await accountsOf(db, filter);
  const types = typesOf(filter);
  const event: Prisma.Sql[] = [];
  const state: Prisma.Sql[] = [];
  if (accounts) event.push(Prisma.sql`e.connection_id = ANY(${accounts}::uuid[])`);
  if (types) event.push(Prisma.sql`e.type = ANY(${types}::text[])`);
  if (filter.from) event.push(Prisma.sql`e.received_at >= ${filter.from}::timestamptz`);
  if (filter.to) event.push(Prisma.sql`e.received_at < ${filter.to}::timestamptz`);
  if (filter.address) event.push(Prisma.sql`e.remote_address = ${filter.address}`);
  if (filter.ids) event.push(Prisma.sql`e.id = ANY(${filter.ids}::uuid[])`);
  if (filter.record) {
    event.push(Prisma.sql`
      EXISTS (SELECT FROM event_effect o WHERE o.event_id = e.id AND o.record_id = ${filter.record}::uuid)`);
  }
  if (filter.outcome === 'not-recognised') event.push(Prisma.sql`NOT e.known`);
  else if (filter.outcome === 'copies') state.push(Prisma.sql`s.received_count > 1`);
  else if (filter.outcome === 'held')
    state.push(Prisma.sql`s.outcome = 'sending'`, isHeld(Prisma.sql`s.event_id`));
  else if (filter.outcome === 'sending')
    state.push(Prisma.sql`s.outcome = 'sending'`, Prisma.sql`NOT ${isHeld(Prisma.sql`s.event_id`)}`);
  else if (filter.outcome) state.push(Prisma.sql`s.outcome = ${filter.outcome}`);
  if (filter.handled === 'yes') state.push(Prisma.sql`s.handling_id IS NOT NULL`);
  if (filter.handled === 'no') state.push(Prisma.sql`s.handling_id IS NULL`);
  return { event, state, accounts, types };
}

/** The part of the ids that a filter leaves by its times and its cursor, for the id in this column. */
export function idRange(
  column: Prisma.Sql,
  { from, to, ids }: EventFilter,
  cursor: string | undefined,
): Prisma.Sql[] {
  const range: Prisma.Sql[] = [];
  if (from) range.push(Prisma.sql`${column} >= ${idAt(Date.parse(from) - idSlack)}::uuid`);
  if (to) range.push(Prisma.sql`${column} < ${idAt(Date.parse(to) + idSlack)}::uuid`);
  if (ids && ids.length > 0) {
    const [first, last] = [ids.toSorted().at(0), ids.toSorted().at(-1)];
    range.push(Prisma.sql`${column} >= ${first}::uuid AND ${column} <= ${last}::uuid`);
  }
  if (cursor) range.push(Prisma.sql`${column} < ${cursor}::uuid`);
  return range;
}

async function accountsOf(
  db: Db,
  { source, environment, connection }: EventFilter,
): Promise<string[] | null> {
  if (!source && !environment && !connection) return null;
  const where = { id: connection, source, environment };
  const rows = await db.connection.findMany({ where, select: { id: true } });
  return rows.map((row) => row.id);
}

function typesOf({ type, stage }: EventFilter): string[] | null {
  if (!stage) return type ? [type] : null;
  const ofStage = eventTypes.filter((entry) => entry.guideStage === stage).map((entry) => entry.name);
  return type ? ofStage.filter((name) => name === type) : ofStage;
}
