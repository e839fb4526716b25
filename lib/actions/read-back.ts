import { setTimeout as sleep } from 'node:timers/promises';
import type { CallOptions, EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type {
  CurrentValues,
  Operation,
  OperationAnswer,
  Subject,
  ValuesBeside,
} from '#lib/operations/operation.ts';
import { askPages } from './ask-pages.ts';
import { type AttemptData, attemptOf } from './attempt-of.ts';
import { isAsAsked } from './beside.ts';
import { readToday } from './read-today.ts';

type Labels = Readonly<Record<string, string>>;

type ReadBack = {
  verdict: 'same' | 'differs' | 'not-read';
  current: CurrentValues | null;
  body: Json;
  /** What came with it and was read elsewhere: whose, and what was told of them. */
  beside: { subjects: Subject[]; body: Json } | null;
  /** That Enerflo does not show what came with it, in sentences. */
  notYet?: string | null;
  /** Whether it lists what came with it; null where nothing did, or no answer told. */
  listed?: boolean | null;
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
    if (!result.ok) return { verdict: 'not-read', current: null, body: null, beside: null, attempts };
    const more = found && (await readBeside(account, operation, input, answer, sentAt, options));
    const current = found && more?.told ? joined(found, more.told) : found;
    const verdict = verdictOf(operation, input, current, labels);
    return {
      // What was not told cannot be as asked; a value that was told and differs says so all the same.
      verdict: more && !more.told && verdict === 'same' ? 'not-read' : verdict,
      current,
      body: result.body,
      beside: more?.told ? { subjects: more.told.subjects ?? [], body: more.body } : null,
      notYet: more?.notYet ?? null,
      listed: more?.listed ?? null,
      attempts: [...attempts, ...(more?.attempts ?? [])],
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
  return {
    verdict: verdictOf(operation, input, current, labels),
    current,
    body,
    beside: null,
    attempts,
  };
}

type Beside = {
  told: ValuesBeside | null;
  body: Json;
  notYet: string | null;
  listed: boolean | null;
  attempts: AttemptData[];
};

/** Enerflo lists what is new late (field facts 4.12): how long it waits before each further look, while a person does. */
const looksAgainMs = [500, 1_000];

/**
 * What came with what was made and is told elsewhere; null where the operation has nothing of the kind. What is not
 * listed yet is looked for once and again; in bulk not, where it is not worth a place within the limit.
 */
async function readBeside(
  account: EnerfloAccount,
  { made }: Operation,
  input: JsonObject,
  answer: OperationAnswer,
  sentAt: Date,
  options: CallOptions,
): Promise<Beside | null> {
  const request = made?.also?.request(answer, input);
  if (!made?.also || !request) return null;
  const { values } = made.also;
  const waits = options.share === 'people' ? [...looksAgainMs] : [];
  const attempts: AttemptData[] = [];
  let notYet: string | null = null;
  let listed: boolean | null = null;
  for (;;) {
    const { result, found } = await askPages(account, request, options, (body) =>
      values(body, answer, input, sentAt),
    );
    const attempt = attemptOf('read-back', result);
    if (attempt) attempts.push(attempt);
    if (!result.ok) return { told: null, body: null, notYet, listed, attempts };
    if (found !== null && found !== 'not-yet')
      return { told: found, body: result.body, notYet: null, listed: true, attempts };
    notYet = made.also.notYet;
    listed = found === null ? null : false;
    const wait = waits.shift();
    if (wait === undefined) return { told: null, body: result.body, notYet, listed, attempts };
    await sleep(wait);
  }
}

/** The subjects stay apart: the first of them is what was made. */
function joined(current: CurrentValues, { values, labels }: ValuesBeside): CurrentValues {
  return {
    ...current,
    values: { ...current.values, ...values },
    labels: { ...current.labels, ...labels },
  };
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
    return { verdict, current: null, body, beside: null, attempts: attempt ? [attempt] : [] };
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
  return { verdict, current: null, body, beside: null, attempts };
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
