import { type Actor, recordAudit } from '#lib/audit/audit.ts';
import type { Tx } from '#lib/db/database.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { newId } from '#lib/db/new-id.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import type { ActionError } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import type { ActionResult } from './action-result.ts';
import { assertNotInDoubt } from './assert-not-in-doubt.ts';
import { assertUndoable } from './assert-undoable.ts';
import type { AttemptData } from './attempt-of.ts';
import { auditValues } from './audit-values.ts';
import { assertNotDoneBefore } from './done-before.ts';
import { insertAttempts, insertIntent } from './insert-attempt.ts';

/** An action that is about to be, and how it begins: with a request, or settled at once where none is needed. */
export type NewAction = {
  connectionId: string;
  operation: Operation;
  actor: Actor;
  idempotencyKey: string;
  input: JsonObject;
  before: JsonObject | null;
  about: string | null;
  recordKeys: string[];
  result: ActionResult;
  eventId: string | null;
  undoesId: string | null;
  bulkId: string | null;
  /** What was read for it. */
  attempts: readonly AttemptData[];
  /** What a person agreed to, by code; `all` where he was asked elsewhere for whatever may come. */
  agreed: readonly string[] | 'all';
  /** The company's, for times in words. */
  timeZone: string | null;
  begins:
    | { state: 'sending'; request: { method: string; url: string; body: string }; leaseMs: number }
    | { state: 'done' }
    | { state: 'failed'; error: ActionError };
};

export type Started = { id: string; writeId: string | null };

/**
 * Commits an action with its intent and its audit entry; only then may its request leave. Null where an action with
 * this key is there already. Throws AppError CONFLICT where the same was sent and may have arrived, or where what it
 * would undo cannot be undone (any more), and INVALID where a form would do once more what was just done.
 */
export async function startAction(context: ActionContext, action: NewAction): Promise<Started | null> {
  return await context.db.$transaction(async (tx) => {
    const id = newId();
    if (action.begins.state === 'sending') await holdSame(tx, action);
    if (!(await insertAction(tx, id, action, context.requestId ?? null))) return null;
    if (action.begins.state === 'sending') await assertOnce(tx, action);
    if (action.undoesId) await assertUndoable(tx, action.undoesId, id);
    await insertAttempts(tx, id, action.attempts);
    const number = action.attempts.length + 1;
    const writeId =
      action.begins.state === 'sending' ? await insertIntent(tx, id, number, action.begins.request) : null;
    await audit(tx, context, id, action);
    return { id, writeId };
  });
}

/** Neither what may have arrived nor what was done is sent again without a word. Bulk judges its rows by itself. */
async function assertOnce(tx: Tx, action: NewAction): Promise<void> {
  const { agreed, bulkId } = action;
  await assertNotInDoubt(tx, { ...action, again: agreed !== 'all' && agreed.includes('in-doubt') });
  if (agreed !== 'all' && bulkId === null) await assertNotDoneBefore(tx, { ...action, agreed });
}

/** Two people who send the same at the same moment come one after the other. */
async function holdSame(tx: Tx, { connectionId, operation, input }: NewAction): Promise<void> {
  const name = JSON.stringify([connectionId, operation.name, Object.entries(input).sort()]);
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** False where the key is taken; waits for whoever is taking it at this moment. */
async function insertAction(
  tx: Tx,
  id: string,
  action: NewAction,
  requestId: string | null,
): Promise<boolean> {
  const {
    begins,
    actor,
    operation,
    before,
    result,
    agreed: _,
    timeZone: __,
    attempts: ___,
    ...columns
  } = action;
  const now = databaseNow();
  const { count } = await tx.action.createMany({
    data: [
      {
        ...columns,
        id,
        requestId,
        operation: operation.name,
        state: begins.state,
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
        createdAt: new Date(now),
        before: before ?? Prisma.DbNull,
        result,
        error: begins.state === 'failed' ? begins.error : Prisma.DbNull,
        readBack: begins.state === 'done' ? 'same' : null,
        settledAt: begins.state === 'sending' ? null : new Date(now),
        dueAt: begins.state === 'sending' ? new Date(now + begins.leaseMs) : null,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

async function audit(tx: Tx, context: ActionContext, id: string, action: NewAction): Promise<void> {
  const { operation, input, before, actor, begins } = action;
  const values = auditValues(operation, input, before);
  await recordAudit(tx, {
    actor,
    action: action.undoesId ? 'action.undo' : 'action.run',
    subjectKind: 'action',
    subjectId: id,
    before: values.before,
    after: { operation: operation.name, state: begins.state, ...values.after },
    requestId: context.requestId,
    address: context.address,
  });
}
