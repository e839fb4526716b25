import type { EnerfloAccount, Share } from '#lib/enerflo/enerflo-call.ts';
import { enerfloFailure } from '#lib/enerflo/enerflo-failure.ts';
import type { EnerfloFailure } from '#lib/enerflo/enerflo-result.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { CurrentValues, Operation } from '#lib/operations/operation.ts';
import { type AttemptData, attemptOf } from './attempt-of.ts';
import { withIds } from './with-ids.ts';

/** What Enerflo has today of what an operation is about. */
export type Today = {
  /** Null where the operation makes something anew, or it could not be read. */
  current: CurrentValues | null;
  /** What Enerflo answered, for the records; with the ids of what it told by name alone. */
  body: Json;
  failure: EnerfloFailure | null;
  attempts: AttemptData[];
};

/** Reads today's values. What it is about not being there is a failure like any other. Never throws for Enerflo. */
export async function readToday(
  account: EnerfloAccount,
  operation: Operation,
  input: JsonObject,
  share: Share,
  purpose: 'read' | 'read-back' = 'read',
  patienceMs?: number,
): Promise<Today> {
  if (!operation.current) return { current: null, body: null, failure: null, attempts: [] };
  const { settings } = account;
  const options = { share, patienceMs };
  const { also } = operation.current;
  const [result, more] = await Promise.all([
    account.call(operation.current.request(input, { settings }), options),
    also && purpose === 'read' ? account.call(also.request(input, { settings }), options) : null,
  ]);
  const attempts = [result, ...(more ? [more] : [])].flatMap((one) => attemptOf(purpose, one) ?? []);
  if (!result.ok) return { current: null, body: null, failure: result, attempts };
  const body = await withIds(account, operation, input, result.body, options);
  const told = operation.current.values(body, input, { settings });
  const facts = also && more?.ok ? also.facts(more.body, input) : {};
  const current = told && { ...told, facts: { ...told.facts, ...facts } };
  const failure = current ? null : enerfloFailure('NOT_THERE', { status: result.status });
  return { current, body, failure, attempts };
}
