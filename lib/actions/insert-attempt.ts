import type { Db, Tx } from '#lib/db/database.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { newId } from '#lib/db/new-id.ts';
import type { ActionError } from './action.schema.ts';
import type { AttemptData } from './attempt-of.ts';
import { databaseTime } from './database-time.ts';

/** Adds exchanges behind those that an action already has. The action's row must be held (`holdAction`). */
export async function insertAttempts(
  tx: Tx,
  actionId: string,
  attempts: readonly AttemptData[],
): Promise<void> {
  if (attempts.length === 0) return;
  const { _max } = await tx.actionAttempt.aggregate({ where: { actionId }, _max: { number: true } });
  const from = (_max.number ?? 0) + 1;
  await tx.actionAttempt.createMany({
    data: attempts.map((attempt, index) => ({
      id: newId(),
      actionId,
      number: from + index,
      purpose: attempt.purpose,
      ...attemptColumns(attempt),
    })),
  });
}

/** The intent: this request is about to leave. Gives its id, by which its end is written. */
export async function insertIntent(
  tx: Tx,
  actionId: string,
  number: number,
  { method, url, body }: { method: string; url: string; body: string },
): Promise<string> {
  const id = newId();
  await tx.actionAttempt.create({
    data: {
      id,
      actionId,
      number,
      purpose: 'write',
      state: 'sending',
      startedAt: new Date(databaseNow()),
      request: { method, url, headers: {} },
      requestBody: body,
    },
  });
  return id;
}

/** Writes how an exchange ended. */
export async function endAttempt(db: Db | Tx, id: string, attempt: AttemptData): Promise<void> {
  await db.actionAttempt.update({ where: { id }, data: attemptColumns(attempt) });
}

/** Writes that a request never left. */
export async function endUnsent(db: Db | Tx, id: string, error: ActionError): Promise<void> {
  await db.actionAttempt.update({
    where: { id },
    data: { state: 'failed', endedAt: new Date(databaseNow()), error },
  });
}

/** Holds an action's row until the transaction ends, so that its exchanges are numbered one by one. */
export async function holdAction(tx: Tx, id: string): Promise<{ state: string } | undefined> {
  const [row] = await tx.$queryRaw<{ state: string }[]>(
    Prisma.sql`SELECT state FROM action WHERE id = ${id}::uuid FOR UPDATE`,
  );
  return row;
}

function attemptColumns({ state, exchange, error }: AttemptData) {
  return {
    state,
    startedAt: databaseTime(exchange.startedAt),
    endedAt: databaseTime(exchange.endedAt),
    request: exchange.request,
    requestBody: exchange.requestBody,
    responseStatus: exchange.responseStatus,
    responseHeaders: exchange.responseHeaders ?? Prisma.DbNull,
    responseBody: exchange.responseBody,
    error: error ?? Prisma.DbNull,
  };
}
