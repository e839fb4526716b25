import type { z } from 'zod';
import { seesPersonal } from '#lib/auth/sees-personal.ts';
import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { newId } from '#lib/db/new-id.ts';
import { AppError } from '#lib/errors.ts';
import type { ChangeContext } from '#lib/flows/change-context.ts';
import type { JsonObject } from '#lib/json.ts';
import type { eventChoiceSchema } from './events.contract.ts';
import { filterGiven } from './filter-given.ts';
import { type FoundEvents, listEventIds } from './list-event-ids.ts';
import { mostHandled } from './most-handled.ts';

type EventChoice = z.infer<typeof eventChoiceSchema>;

/**
 * Events in one transaction, with an entry of its own in the audit log. While it lasts, copies of these events and the
 * ends of their deliveries wait for it, and so does what is taken in together with such a copy.
 */
const batchSize = 2_000;

/**
 * Marks events as handled: those named, or all that fit a filter. One handling stands for all of them, with its note;
 * an event that was handled before stays with its first handling and is not counted. `handling` is null where nothing
 * was left to mark. `partial`: the filter's text fits more records than are looked through, and events that fit may have
 * been left out. More than 2,000 are marked in several transactions: if that breaks off, what was marked belongs to
 * the one handling and is taken back as one. Throws AppError INVALID unless exactly one of `ids` and `filter` is given,
 * and where more than 100,000 fit.
 */
export async function handleEvents(
  context: ChangeContext,
  { note, ...choice }: EventChoice & { note?: string },
): Promise<{ handling: string | null; count: number; partial: boolean }> {
  const { actor } = context;
  const handling = newId();
  const { ids, partial } = await chosenEvents(context, choice);
  let count = 0;
  for (const batch of batchesOf(ids)) {
    count += await context.db.$transaction(async (tx) => {
      await lockStates(tx, batch);
      const marked = await tx.$executeRaw(Prisma.sql`
        UPDATE event_state SET handling_id = ${handling}::uuid, xact = pg_current_xact_id()
        WHERE event_id = ANY(${batch}::uuid[]) AND handling_id IS NULL`);
      if (marked === 0) return 0;
      const by = { actorId: actor.id, actorName: actor.name };
      if (count === 0) await tx.handling.create({ data: { id: handling, note: note || null, ...by } });
      await recordChange(tx, context, 'event.handle', handling, {
        ...toldOf(choice),
        note: note || null,
        count: marked,
        ...(partial ? { partial } : {}),
      });
      return marked;
    });
  }
  return { handling: count > 0 ? handling : null, count, partial };
}

/**
 * Takes back that events were handled: those named, or all that one handling still holds. Throws AppError INVALID
 * unless exactly one of the two is given.
 */
export async function unhandleEvents(
  context: ChangeContext,
  choice: { ids?: string[]; handling?: string },
): Promise<{ count: number }> {
  const { ids, handling } = choice;
  assertOne([ids, handling], 'Name either the events, or one handling.');
  const ofHandling = handling ? Prisma.sql`AND handling_id = ${handling}::uuid` : Prisma.empty;
  let count = 0;
  for (const batch of batchesOf(ids ?? (await eventsOfHandling(context, handling ?? '')))) {
    count += await context.db.$transaction(async (tx) => {
      await lockStates(tx, batch);
      const taken = await tx.$executeRaw(Prisma.sql`
        UPDATE event_state SET handling_id = NULL, xact = pg_current_xact_id()
        WHERE event_id = ANY(${batch}::uuid[]) AND handling_id IS NOT NULL ${ofHandling}`);
      if (taken === 0) return 0;
      await recordChange(tx, context, 'event.unhandle', handling ?? null, {
        ...toldOf({ ids }),
        count: taken,
      });
      return taken;
    });
  }
  return { count };
}

function recordChange(
  tx: Tx,
  { audit, actor, requestId, address }: ChangeContext,
  action: 'event.handle' | 'event.unhandle',
  handling: string | null,
  after: JsonObject,
): Promise<void> {
  const ids = Array.isArray(after.ids) ? after.ids : [];
  const subject = handling ?? (ids.length === 1 ? String(ids[0]) : null);
  const subjectKind = handling ? 'handling' : 'event';
  return audit(tx, { actor, requestId, address, action, subjectKind, subjectId: subject, after });
}

async function chosenEvents(
  { db, actor }: ChangeContext,
  { ids, filter }: EventChoice,
): Promise<FoundEvents> {
  assertOne([ids, filter], 'Choose either events by their ids, or all that fit a filter.');
  if (!filter) return { ids: ids ?? [], partial: false };
  const seeing = { personal: await seesPersonal(db, actor) };
  const found = await listEventIds(db, { ...filter, limit: mostHandled + 1 }, seeing);
  if (found.ids.length <= mostHandled) return found;
  throw new AppError(
    'INVALID',
    `More than ${mostHandled.toLocaleString('en')} events fit this filter, the most that are marked at once. Narrow it, for instance by a time.`,
  );
}

/** In the order of their ids, in which everybody locks states (lib/delivery/settle-events.ts). */
function batchesOf(ids: readonly string[]): string[][] {
  const inOrder = [...new Set(ids)].sort();
  const count = Math.ceil(inOrder.length / batchSize);
  return Array.from({ length: count }, (_, at) => inOrder.slice(at * batchSize, (at + 1) * batchSize));
}

/** A statement of its own: the change after it then sees what those it waited for have written. */
async function lockStates(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    SELECT event_id FROM event_state WHERE event_id = ANY(${[...ids]}::uuid[]) ORDER BY event_id FOR UPDATE`);
}

async function eventsOfHandling({ db }: ChangeContext, handling: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT event_id AS id FROM event_state WHERE handling_id = ${handling}::uuid`);
  return rows.map((row) => row.id);
}

/** What the audit log keeps of a choice: the filter, or the events where they are few enough to be read. */
function toldOf({ ids, filter }: EventChoice): JsonObject {
  if (filter) return { filter: filterGiven(filter) };
  return ids && ids.length <= 50 ? { ids } : {};
}

function assertOne(given: unknown[], message: string): void {
  if (given.filter((each) => each !== undefined).length !== 1) throw new AppError('INVALID', message);
}
