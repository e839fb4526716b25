import { uuidv7 } from 'uuidv7';
import type { AuditAction } from '#lib/audit/actions.ts';
import type { Actor, recordAudit } from '#lib/audit/audit.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { mustBeCallable } from './must-be-callable.ts';
import type { ReadingKind } from './reading-kinds.ts';
import { getReading } from './reading-row.ts';
import type { ReadingItem } from './readings.contract.ts';

/** Who changes a reading by hand, and how it is written down. */
export type ReadingChange = {
  db: Db;
  audit: typeof recordAudit;
  actor: Actor;
  requestId?: string | null;
  address?: string | null;
};

const OPEN = 'This account is being read already. Stop that reading first, or wait for its end.';

/** A catch-up without a time begins a day back. */
const DAY = 86_400_000;

/**
 * Has a worker read an account: all of it (`initial`), or what changed since. Throws NOT_FOUND, INVALID with words
 * where the account cannot be called, CONFLICT where a reading of it is under way.
 */
export async function startReading(
  change: ReadingChange,
  { connectionId, kind, since }: { connectionId: string; kind: ReadingKind; since?: string },
): Promise<ReadingItem> {
  const { db, actor } = change;
  await mustBeCallable(db, connectionId);
  const from = kind === 'initial' ? null : since === undefined ? new Date(Date.now() - DAY) : new Date(since);
  if (from && from.getTime() > Date.now()) {
    throw new AppError('INVALID', 'The time to catch up from lies in the future.', {
      fields: [{ field: 'since', message: 'must not lie in the future' }],
    });
  }
  return db.$transaction(async (tx) => {
    const id = await insertReading(tx, { connectionId, kind, since: from, actor });
    if (id === null) throw new AppError('CONFLICT', OPEN);
    await written(tx, change, 'reading.start', id, {
      connectionId,
      kind,
      since: from?.toISOString() ?? null,
    });
    return getReading(tx, id);
  });
}

/** A new reading, or null where one of the account is under way. */
export async function insertReading(
  tx: Tx,
  reading: { connectionId: string; kind: ReadingKind; since: Date | null; actor: Actor },
): Promise<string | null> {
  const { connectionId, kind, since, actor } = reading;
  const [row] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO reading (id, connection_id, kind, state, since, actor_kind, actor_id, actor_name)
    VALUES (${uuidv7()}::uuid, ${connectionId}::uuid, ${kind}, 'waiting', ${since}, ${actor.kind}, ${actor.id}::uuid,
            ${actor.name})
    ON CONFLICT DO NOTHING RETURNING id`);
  return row?.id ?? null;
}

/** Ends the work on a reading; what is read is kept, and it can go on. Throws NOT_FOUND, or CONFLICT where it has ended. */
export function stopReading(change: ReadingChange, id: string): Promise<ReadingItem> {
  return change.db.$transaction(async (tx) => {
    const { state } = await getReading(tx, id);
    const stopped = await tx.reading.updateMany({
      where: { id, state: { in: ['waiting', 'running'] } },
      data: { state: 'stopped', workerId: null, dueAt: null },
    });
    if (stopped.count === 0) throw new AppError('CONFLICT', 'This reading has ended already.');
    await written(tx, change, 'reading.stop', id, { state: 'stopped' }, { state });
    return getReading(tx, id);
  });
}

/** Goes on where it was. Throws NOT_FOUND, INVALID, or CONFLICT where it needs no going on or another one is under way. */
export async function goOnReading(change: ReadingChange, id: string): Promise<ReadingItem> {
  const { state, connectionId } = await getReading(change.db, id);
  await mustBeCallable(change.db, connectionId);
  return change.db.$transaction(async (tx) => {
    // One after the other: two at once would both find that none is under way.
    await tx.$executeRaw(Prisma.sql`SELECT id FROM connection WHERE id = ${connectionId}::uuid FOR UPDATE`);
    const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
      UPDATE reading r SET state = 'waiting', due_at = NULL, error = NULL, ended_at = NULL,
                           progress = progress || '{"failures": 0, "tries": {}}'
      WHERE id = ${id}::uuid AND state IN ('stopped', 'failed') AND NOT EXISTS (
        SELECT FROM reading o WHERE o.connection_id = r.connection_id AND o.state IN ('waiting', 'running'))
      RETURNING id`);
    if (rows.length === 0) {
      const ended = state === 'stopped' || state === 'failed';
      throw new AppError('CONFLICT', ended ? OPEN : 'This reading was not stopped.');
    }
    await written(tx, change, 'reading.go-on', id, { state: 'waiting' }, { state });
    return getReading(tx, id);
  });
}

async function written(
  tx: Tx,
  { audit, actor, requestId, address }: ReadingChange,
  action: AuditAction,
  subjectId: string,
  after: { [key: string]: string | null },
  before?: { [key: string]: string },
): Promise<void> {
  await audit(tx, { actor, requestId, address, action, subjectKind: 'reading', subjectId, before, after });
}
