import type { CallOptions, EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { CurrentValues, Operation, OperationAnswer } from '#lib/operations/operation.ts';
import { askPages } from './ask-pages.ts';
import { type AttemptData, attemptOf } from './attempt-of.ts';
import { isAsAsked } from './beside.ts';
import { readToday } from './read-today.ts';

type Labels = Readonly<Record<string, string>>;

type ReadBack = {
  verdict: 'same' | 'differs' | 'not-read';
  current: CurrentValues | null;
  body: Json;
  attempts: AttemptData[];
};

/**
 * Reads what Enerflo has after a write, and compares it with what was asked for: what was made by the answer, all else
 * as before sending. After a deletion it is as asked if it is not there any more. `labels`: what Enerflo calls what was
 * asked for, to compare by where it tells the name alone.
 */
export async function readBack(
  account: EnerfloAccount,
  operation: Operation,
  input: JsonObject,
  answer: OperationAnswer,
  sentAt: Date,
  options: CallOptions,
  labels: Labels = {},
): Promise<ReadBack> {
  const { settings } = account;
  const made = operation.made?.request(answer, input, { settings }, sentAt);
  if (operation.made && made) {
    const { values } = operation.made;
    const { result, found } = await askPages(account, made, options, (body) => values(body, answer, input));
    const attempt = attemptOf('read-back', result);
    const attempts = attempt ? [attempt] : [];
    if (!result.ok) return { verdict: 'not-read', current: null, body: null, attempts };
    return {
      verdict: verdictOf(operation, input, found, labels),
      current: found,
      body: result.body,
      attempts,
    };
  }
  if (isDeletion(operation, input, account))
    return await readDeleted(account, operation, input, sentAt, options);
  const { current, body, attempts } = await readToday(
    account,
    operation,
    input,
    options.share,
    'read-back',
    options.patienceMs,
  );
  return { verdict: verdictOf(operation, input, current, labels), current, body, attempts };
}

/** A deletion shows where the operation says; else by what it was about not being there any more. */
async function readDeleted(
  account: EnerfloAccount,
  operation: Operation,
  input: JsonObject,
  sentAt: Date,
  options: CallOptions,
): Promise<ReadBack> {
  const { lookUp } = operation;
  if (lookUp) {
    const context = { settings: account.settings };
    const request = lookUp.request(input, context, sentAt);
    const { result, found } = await askPages(account, request, options, (body) =>
      lookUp.found(body, input, sentAt, context),
    );
    const attempt = attemptOf('read-back', result);
    const body = result.ok ? result.body : null;
    const verdict = found && 'words' in found ? 'same' : 'not-read';
    return { verdict, current: null, body, attempts: attempt ? [attempt] : [] };
  }
  const { current, body, failure, attempts } = await readToday(
    account,
    operation,
    input,
    options.share,
    'read-back',
    options.patienceMs,
  );
  const verdict = current ? 'differs' : failure?.code === 'NOT_THERE' ? 'same' : 'not-read';
  return { verdict, current: null, body, attempts };
}

/** Whether an operation takes something away. */
export function isDeletion(operation: Operation, input: JsonObject, { settings }: EnerfloAccount): boolean {
  return operation.request(input, { settings }, null).method === 'DELETE';
}

function verdictOf(
  operation: Operation,
  input: JsonObject,
  current: CurrentValues | null,
  labels: Labels,
): ReadBack['verdict'] {
  const asAsked = current && isAsAsked(operation, input, current, labels);
  if (asAsked === null) return 'not-read';
  return asAsked ? 'same' : 'differs';
}
