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
import { listEventIds } from './list-event-ids.ts';

type EventChoice = z.infer<typeof eventChoiceSchema>;

/** The most events that are marked at once. */
const mostEvents = 100_000;
/** Events in one statement: each is quick, so none runs into the database's time limit. */
const batchSize = 2_000;
/** All or none, in one transaction; 100,000 take some seconds. */
const patience = { maxWait: 10_000, timeout: 120_000 };

/**
 * Marks events as handled: those named, or all that fit a filter. One handling stands for all of them, with its note;
 * an event that was handled before stays with its first handling and is not counted. `handling` is null where nothing
 * was left to mark. Throws AppError INVALID unless exactly one of `ids` and `filter` is given, and where more than
 * 100,000 fit.
 */
export async function handleEvents(
  context: ChangeContext,
  { note, ...choice }: EventChoice & { note?: string },
): Promise<{ handling: string | null; count: number }> {
  const { db, audit, actor, requestId, address } = context;
  const ids = await chosenIds(context, choice);
  const handling = newId();
  const count = await db.$transaction(async (tx) => {
    const marked = await inBatches(
      tx,
      ids,
      (batch) => Prisma.sql`
        UPDATE event_state SET handling_id = ${handling}::uuid, xact = pg_current_xact_id()
        WHERE event_id = ANY(${batch}::uuid[]) AND handling_id IS NULL`,
    );
    if (marked === 0) return 0;
    const by = { actorId: actor.id, actorName: actor.name };
    await tx.handling.create({ data: { id: handling, note: note || null, ...by } });
    await audit(tx, {
      actor,
      requestId,
      address,
      action: 'event.handle',
      subjectKind: 'handling',
      subjectId: handling,
      after: { ...toldOf(choice), note: note || null, count: marked },
    });
    return marked;
  }, patience);
  return { handling: count > 0 ? handling : null, count };
}

/**
 * Takes back that events were handled: those named, or all that one handling still holds. Throws AppError INVALID
 * unless exactly one of the two is given.
 */
export async function unhandleEvents(
  context: ChangeContext,
  choice: { ids?: string[]; handling?: string },
): Promise<{ count: number }> {
  const { db, audit, actor, requestId, address } = context;
  const { ids, handling } = choice;
  assertOne([ids, handling], 'Name either the events, or one handling.');
  return db.$transaction(async (tx) => {
    const held = ids ?? (await eventsOfHandling(tx, handling ?? ''));
    const count = await inBatches(
      tx,
      held,
      (batch) => Prisma.sql`
        UPDATE event_state SET handling_id = NULL, xact = pg_current_xact_id()
        WHERE event_id = ANY(${batch}::uuid[]) AND handling_id IS NOT NULL
          AND ${handling ? Prisma.sql`handling_id = ${handling}::uuid` : Prisma.sql`true`}`,
    );
    if (count === 0) return { count };
    await audit(tx, {
      actor,
      requestId,
      address,
      action: 'event.unhandle',
      subjectKind: handling ? 'handling' : 'event',
      subjectId: handling ?? (ids?.length === 1 ? ids[0] : null),
      after: { ...toldOf({ ids }), count },
    });
    return { count };
  }, patience);
}

async function chosenIds({ db, actor }: ChangeContext, { ids, filter }: EventChoice): Promise<string[]> {
  assertOne([ids, filter], 'Choose either events by their ids, or all that fit a filter.');
  if (!filter) return ids ?? [];
  const seeing = { personal: await seesPersonal(db, actor) };
  const found = await listEventIds(db, { ...filter, limit: mostEvents + 1 }, seeing);
  if (found.length <= mostEvents) return found;
  throw new AppError(
    'INVALID',
    'More than 100,000 events fit this filter, the most that are marked at once. Narrow it, for instance by a time.',
  );
}

/**
 * Runs a change of event states, some at a time, in the order of their ids: whoever changes states locks them in that
 * order (lib/delivery/settle-events.ts), so that nobody waits for each other. Gives how many changed.
 */
async function inBatches(
  tx: Tx,
  ids: readonly string[],
  change: (batch: string[]) => Prisma.Sql,
): Promise<number> {
  const inOrder = [...ids].sort();
  let changed = 0;
  for (let from = 0; from < inOrder.length; from += batchSize) {
    const batch = inOrder.slice(from, from + batchSize);
    // A statement of its own: the change then sees what those it waited for have written.
    await tx.$queryRaw(Prisma.sql`
      SELECT event_id FROM event_state WHERE event_id = ANY(${batch}::uuid[]) ORDER BY event_id FOR UPDATE`);
    changed += await tx.$executeRaw(change(batch));
  }
  return changed;
}

async function eventsOfHandling(tx: Tx, handling: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
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
