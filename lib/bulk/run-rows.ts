import { setTimeout as sleep } from 'node:timers/promises';
import type { ActionContext } from '#lib/actions/action-context.ts';
import type { Ran } from '#lib/actions/run-operation.ts';
import { runOperation } from '#lib/actions/run-operation.ts';
import type { Bulk } from '#lib/db/generated/client.ts';
import type { EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import { AppError } from '#lib/errors.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { agreedOf } from './agreed-of.ts';
import { bulkActor } from './bulk-actor.ts';
import type { BulkWork } from './bulk-part.ts';
import { chainsOf } from './chains-of.ts';
import { type ClaimedRow, claimRows } from './claim-rows.ts';
import { endBulk } from './end-bulk.ts';
import { heldBy, holdRow } from './hold-row.ts';
import { recoverRows } from './recover-rows.ts';
import { rowKey } from './row-key.ts';
import { rowOfDone } from './row-of-done.ts';
import { settleRow } from './settle-row.ts';
import { stopByItself } from './stop-by-itself.ts';
import { whyNoneIsKept } from './why-none-is-kept.ts';
import { whyNoneIsListed } from './why-none-is-listed.ts';

/** Rows that are on their way at one time; those that would meet at the same thing are not (chainsOf). */
const atOnce = 4;
/** What another try may mend is begun anew by itself so often. */
const mostTries = 3;
/** One of these would meet every further row as well. */
const stopping = new Set(['NO_KEY', 'KEY_REFUSED', 'ADDRESS']);
const pauseMs = 1_000;

type Running = { work: BulkWork; bulk: Bulk; account: EnerfloAccount; operation: Operation };

/** Sends rows of a bulk until its slice of time is over, it was stopped, or every row has its result. */
export async function runRows(work: BulkWork, bulk: Bulk): Promise<void> {
  const { db } = work;
  const operation = operationNamed(bulk.operation);
  if (!operation) return stopByItself(db, bulk, `There is no operation called ${bulk.operation} any more.`);
  let account: EnerfloAccount;
  try {
    account = await openEnerfloAccount(work, bulk.connectionId);
  } catch (error) {
    if (error instanceof AppError) return stopByItself(db, bulk, error.message);
    throw error;
  }
  // Nothing of this bulk is on its way in this process now: whatever is, somebody who is gone began.
  await recoverRows(db, bulk.id);
  const running: Running = { work, bulk, account, operation };
  while (!work.over()) {
    const rows = await claimRows(work, bulk, atOnce);
    if (rows === null) return;
    if (rows.length === 0) return endBulk(db, bulk.id);
    const outcomes = await Promise.all(chainsOf(operation, rows).map((chain) => runChain(running, chain)));
    const came = new Set(outcomes.flat());
    if (came.has('stop')) return;
    const why =
      (came.has('differs') ? await whyNoneIsKept(db, bulk) : null) ?? (await whyNoneIsListed(db, bulk));
    if (why !== null) return stopByItself(db, bulk, why);
    if (came.has('pause')) await sleep(pauseMs, undefined, { signal: work.signal }).catch(() => {});
  }
}

type Outcome = 'goes-on' | 'differs' | 'pause' | 'stop';

/** Where a row waits to be sent again, those behind it wait with it: they must not be overtaken. */
async function runChain(running: Running, rows: readonly ClaimedRow[]): Promise<Outcome[]> {
  const { work, bulk } = running;
  const outcomes: Outcome[] = [];
  for (const [at, row] of rows.entries()) {
    const outcome = await runRow(running, row);
    outcomes.push(outcome);
    if (outcome !== 'pause' && outcome !== 'stop') continue;
    for (const behind of rows.slice(at + 1))
      await settleRow(work.db, bulk.id, behind, { state: 'waiting', reason: null, actionId: null });
    break;
  }
  return outcomes;
}

async function runRow({ work, bulk, account, operation }: Running, row: ClaimedRow): Promise<Outcome> {
  const { db, pool, box, projections } = work;
  const actor = bulkActor(bulk, operation);
  const context: ActionContext = { db, pool, box, actor, projections };
  let ran: Ran;
  try {
    ran = await runOperation(context, {
      account,
      operation,
      input: row.input,
      actor,
      idempotencyKey: rowKey(bulk.id, row.number, row.tries),
      share: 'bulk',
      agreed: [...agreedOf(bulk.agreed), 'lookalikes', ...row.held],
      bulkId: bulk.id,
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const held = heldBy(error);
    if (held.length > 0) {
      await holdRow(db, bulk.id, row, held);
      return 'goes-on';
    }
    await settleRow(db, bulk.id, row, { state: 'failed', reason: error.message, actionId: null });
    return 'goes-on';
  }
  const { actionId, state, error } = ran;
  const reason = error && [error.text, error.said].filter(Boolean).join(' ');
  if (state === 'failed' && error && stopping.has(error.code)) {
    await settleRow(db, bulk.id, row, {
      state: 'waiting',
      reason: null,
      actionId: null,
      tries: row.tries + 1,
    });
    await stopByItself(db, bulk, `${error.text} ${error.whatToDo}`);
    return 'stop';
  }
  if (state === 'failed' && ran.again) {
    if (row.tries < mostTries) {
      await settleRow(db, bulk.id, row, { state: 'waiting', reason, actionId: null, tries: row.tries + 1 });
      return 'pause';
    }
    await settleRow(db, bulk.id, row, { state: 'failed', reason, actionId });
    if (error?.code !== 'UNREACHABLE') return 'pause';
    await stopByItself(db, bulk, `${error.text} ${error.whatToDo}`);
    return 'stop';
  }
  if (state === 'done' || state === 'undone') {
    const done = await rowOfDone(db, actionId);
    await settleRow(db, bulk.id, row, { ...done, actionId });
    return done.state === 'differs' ? 'differs' : 'goes-on';
  }
  await settleRow(db, bulk.id, row, { state: state === 'failed' ? 'failed' : 'unknown', reason, actionId });
  return 'goes-on';
}
