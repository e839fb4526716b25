import type { Actor } from '#lib/audit/audit.ts';
import type { EnerfloAccount, Share } from '#lib/enerflo/enerflo-call.ts';
import { requestUrl } from '#lib/enerflo/request-url.ts';
import type { JsonObject } from '#lib/json.ts';
import type { CurrentValues, Operation } from '#lib/operations/operation.ts';
import type { OperationRequest } from '#lib/operations/operation-request.ts';
import { aboutRecords } from './about-records.ts';
import type { ActionError } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { readResult } from './action-result.ts';
import type { ActionState } from './action-states.ts';
import { assertAgreed } from './assert-agreed.ts';
import { assertAsSeen } from './assert-as-seen.ts';
import { type AttemptData, errorOf } from './attempt-of.ts';
import { besideOf } from './beside.ts';
import { eventRecords } from './event-records.ts';
import { findLookalikes } from './find-lookalikes.ts';
import { nameValues } from './name-values.ts';
import { nothingSent } from './nothing-sent.ts';
import { readToday, type Today } from './read-today.ts';
import { enerfloLink, recordKeys, subjectsOf } from './record-keys.ts';
import { assertMay } from './require-operation.ts';
import { sendAction } from './send-action.ts';
import { type NewAction, startAction } from './start-action.ts';
import { updatedToday } from './updated-today.ts';
import { waitForAction } from './wait-for-action.ts';

export type RunOperation = {
  account: EnerfloAccount;
  operation: Operation;
  /** Put right already (`putRight`), without problems. */
  input: JsonObject;
  actor: Actor;
  /** The same twice is one action, also from two processes at one moment. */
  idempotencyKey: string;
  share: Share;
  /**
   * Codes of side effects that the person agreed to, `lookalikes` for those, `in-doubt` to send again what may have
   * arrived. `all` where he was asked elsewhere for whatever may come.
   */
  agreed: readonly string[] | 'all';
  /** `seen` of a preview: a change since then is noticed. */
  seen?: string | null;
  eventId?: string | null;
  bulkId?: string | null;
  undoesId?: string | null;
  /** Today's values where the caller has just read them. */
  today?: Today;
  /** How long it waits for a place within the limit, in milliseconds: 10 s for people, a minute for the rest. */
  patienceMs?: number;
};

/** How it ended. `again`: another try, under another key, may well succeed by itself (a limit, an outage). */
export type Ran = {
  actionId: string;
  state: ActionState;
  words: string | null;
  error: ActionError | null;
  again: boolean;
};

/**
 * Does something in Enerflo: reads today's values, commits the intent, sends what changes, reads back and compares. Ends
 * with the action done, failed, in doubt (`unknown`), or done without a request where Enerflo has all of it already.
 * Throws AppError FORBIDDEN (role), INVALID (something to agree to), CONFLICT (changed since it was seen, or the same
 * is in doubt); nothing was sent then.
 */
export async function runOperation(context: ActionContext, run: RunOperation): Promise<Ran> {
  const { account, operation, input, share } = run;
  assertMay(run.actor, operation);
  const known = await waitForAction(context.db, run);
  if (known) return known;

  const [today, labels] = await Promise.all([
    run.today ?? readToday(account, operation, input, share),
    // In bulk, names are not worth a request a row: what was read back has them too.
    share === 'people' ? nameValues(context, account.connectionId, operation, input) : {},
  ]);
  const { current, failure } = today;
  if (current) assertAsSeen(operation, run.seen ?? null, current, account.settings.timeZone ?? undefined);
  const beside = besideOf(operation, input, current);
  const isNothing = current !== null && beside.length > 0 && beside.every(({ changes }) => !changes);
  const alike = failure || isNothing ? unasked : await checkAgreed(run, current);
  const before = current ?? alike.updated;

  const changed = new Set(beside.filter(({ changes }) => changes).map(({ field }) => field));
  const request = operation.request(input, { settings: account.settings }, current && changed);
  const patienceMs = run.patienceMs ?? (share === 'people' ? 10_000 : 60_000);
  const action = await composeAction(context, run, {
    current,
    before,
    labels,
    attempts: [...today.attempts, ...alike.attempts],
    begins: failure
      ? { state: 'failed', error: errorOf(failure) }
      : isNothing
        ? { state: 'done' }
        : { state: 'sending', request: printed(account, request), leaseMs: 2 * patienceMs + 60_000 },
  });
  const started = await startAction(context, action);
  if (!started) return (await waitForAction(context.db, run)) ?? gone(run.idempotencyKey);
  const { id: actionId, writeId } = started;
  if (writeId) return await sendAction(context, { ...run, labels, patienceMs, request, actionId, writeId });
  const { state } = action.begins;
  const error = failure && errorOf(failure);
  return { actionId, state, words: action.result.words, error, again: failure?.again ?? false };
}

type Facts = Pick<NewAction, 'attempts' | 'begins'> & {
  current: CurrentValues | null;
  /** Today's values, also of one that is updated by our id of it. */
  before: CurrentValues | null;
  labels: Record<string, string>;
};

/** The row of what is about to be done. */
async function composeAction(
  context: ActionContext,
  run: RunOperation,
  { current, before, labels, attempts, begins }: Facts,
): Promise<NewAction> {
  const { account, operation, actor, input, idempotencyKey, agreed, share } = run;
  const { connectionId } = account;
  const subjects = subjectsOf(operation, input);
  const eventKeys = run.eventId ? await eventRecords(context.db, run.eventId, account) : [];
  return {
    connectionId,
    operation,
    actor,
    idempotencyKey,
    input,
    before: before?.values ?? null,
    about: await aboutRecords(context, connectionId, { subjects, told: current?.about ?? null, share }),
    recordKeys: [...new Set([...recordKeys(subjects), ...eventKeys])],
    result: {
      ...readResult(null),
      sent: begins.state === 'sending',
      words: begins.state === 'done' ? nothingSent : null,
      link: enerfloLink(account.baseUrl, subjects),
      labels: { before: before?.labels ?? {}, asked: labels, now: {} },
    },
    eventId: run.eventId ?? null,
    undoesId: run.undoesId ?? null,
    bulkId: run.bulkId ?? null,
    attempts,
    agreed,
    timeZone: account.settings.timeZone ?? null,
    begins,
  };
}

/** A request as the intent keeps it. */
function printed({ baseUrl }: EnerfloAccount, request: OperationRequest) {
  const body = request.body === undefined ? '' : JSON.stringify(request.body);
  return { method: request.method, url: requestUrl(baseUrl, request), body };
}

type Agreed = { updated: CurrentValues | null; attempts: readonly AttemptData[] };
const unasked: Agreed = { updated: null, attempts: [] };

/**
 * Throws where something needs agreement and has none, and where the one that is updated is not as it was seen. Gives
 * what that one is today, where it was looked for, and what had to be read.
 */
async function checkAgreed(run: RunOperation, current: CurrentValues | null): Promise<Agreed> {
  const { account, operation, input, share, agreed } = run;
  if (agreed === 'all') return unasked;
  const isAgreed = agreed.includes('lookalikes');
  // Whoever saw what it is today agreed to write over that: it is read once more, to compare and to keep.
  const looks = !isAgreed || (current === null && Boolean(run.seen));
  const alike = looks
    ? await findLookalikes(account, operation, input, share)
    : { found: [], warnings: [], attempts: [] };
  const updated = updatedToday(alike.found);
  // A search that failed hides nothing where another one found it.
  const warnings = isAgreed && updated ? [] : alike.warnings;
  const { timeZone } = account.settings;
  const effects = [...warnings, ...(operation.sideEffects?.(input, current, timeZone) ?? [])];
  assertAgreed(agreed, effects, isAgreed ? [] : alike.found);
  if (updated) assertAsSeen(operation, run.seen ?? null, updated, timeZone ?? undefined);
  return { updated, attempts: alike.attempts };
}

function gone(idempotencyKey: string): never {
  throw new Error(`the action with the key ${idempotencyKey} is not there`);
}
