import { databaseNow } from '#lib/db/database-clock.ts';
import { readAccountSettings } from '#lib/enerflo/account-settings.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { putRight } from '#lib/operations/put-right/put-right.ts';
import type { PutRight } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { requireOperation } from './require-operation.ts';

/** What a person asks for, as the endpoints take it. */
export type Asked = { connectionId: string; operation: string; input: JsonObject; timeZone?: string };

type Prepared = { operation: Operation; put: PutRight };

/**
 * The operation and the input put right as the account wants it. Asks nothing of Enerflo and needs no key. Throws as
 * `requireOperation` does, and NOT_FOUND for an account that is not there; what is wrong with the input stands in
 * `put.problems`.
 */
export async function prepareInput(
  { db, actor }: ActionContext,
  asked: Asked,
  kind: Operation['kind'] = 'write',
): Promise<Prepared> {
  const operation = requireOperation(asked.operation, kind, actor);
  const connection = await db.connection.findUnique({ where: { id: asked.connectionId } });
  if (!connection) throw new AppError('NOT_FOUND', 'There is no such account.');
  const { settings } = await readAccountSettings(db, asked.connectionId);
  // Nobody's zone is not UTC: a clock without one is a problem for whoever asks (`9am` in Arizona is no 2 am).
  const timeZone = settings.timeZone ?? asked.timeZone ?? '';
  return {
    operation,
    put: putRight(operation, asked.input, {
      settings,
      timeZone,
      author: actor.name,
      now: new Date(databaseNow()),
    }),
  };
}

/** Throws AppError INVALID, each problem at its field, where an input can't be sent. */
export function assertRight({ problems }: PutRight): void {
  if (problems.length === 0) return;
  const words = problems.map(({ message }) => message).join(' ');
  throw new AppError('INVALID', words, {
    fields: problems.map(({ field, message }) => ({ field: `input.${field}`, message })),
  });
}
