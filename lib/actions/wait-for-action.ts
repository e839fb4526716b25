import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { actionErrorSchema } from './action.schema.ts';
import { readResult } from './action-result.ts';
import { actionStateNames } from './action-states.ts';
import type { Ran } from './run-operation.ts';

/** Longer than a request, its reading back and the wait for a place within the limit take together. */
const patience = 45_000;
const lookEvery = 100;

/**
 * The action that has this key already, once it is settled; after 45 s as it stands. Null where there is none. Throws
 * AppError CONFLICT where the key is that of something else.
 */
export async function waitForAction(
  db: Db,
  of: { idempotencyKey: string; operation: Operation; account: { connectionId: string } },
): Promise<Ran | null> {
  const until = performance.now() + patience;
  for (;;) {
    const row = await db.action.findUnique({ where: { idempotencyKey: of.idempotencyKey } });
    if (!row) return null;
    if (row.operation !== of.operation.name || row.connectionId !== of.account.connectionId)
      throw new AppError('CONFLICT', 'This idempotency key is that of another action.');
    if (row.state !== 'sending' || performance.now() > until) {
      const state = actionStateNames.find((name) => name === row.state) ?? 'unknown';
      const error = row.error === null ? null : actionErrorSchema.parse(row.error);
      return { actionId: row.id, state, words: readResult(row.result).words, error, again: false };
    }
    await sleep(lookEvery);
  }
}
