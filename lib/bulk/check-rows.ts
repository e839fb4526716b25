import { setTimeout as sleep } from 'node:timers/promises';
import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import { AppError } from '#lib/errors.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import type { BulkWork } from './bulk-part.ts';
import { columnsOf } from './bulk-row.ts';
import { checkAll } from './check-all.ts';
import type { CheckedRow, Checking, RowToCheck } from './check-row.ts';
import { checkedAgain } from './checked-again.ts';
import { endRow, failedInRow, mostInRow, othersAsked } from './failed-in-row.ts';
import { markAlike } from './mark-alike.ts';
import { markRepeats } from './mark-repeats.ts';
import { markSameChange } from './mark-same-change.ts';
import { markSamePerson } from './mark-same-person.ts';
import { stopByItself } from './stop-by-itself.ts';
import { valueFinder } from './value-finder.ts';

/** Rows that are read, checked and written together. */
const batch = 100;
/** Before Enerflo is asked again about rows about which it could not be asked, in milliseconds. */
const pauseMs = 1_000;

/**
 * Checks rows of a bulk until its slice of time is over or none is left: then those that repeat or resemble something
 * are marked, and the bulk is ready. What Enerflo could not be asked about is tried again after the others, and counts
 * as uncheckable in the end. Stops the bulk, with the reason, where further rows would meet the same.
 */
export async function checkRows(work: BulkWork, bulk: Bulk): Promise<void> {
  const { db } = work;
  const operation = operationNamed(bulk.operation);
  if (!operation) return stopByItself(db, bulk, `There is no operation called ${bulk.operation} any more.`);
  // Before the account is asked for: without it the bulk would stop, and its repeats not be told apart.
  if ((await unchecked(work, bulk.id)).length === 0) return finish(work, bulk, operation);
  let checking: Checking;
  try {
    const account = await openEnerfloAccount(work, bulk.connectionId);
    const columns = columnsOf(bulk);
    checking = { account, operation, columns, author: bulk.actorName, find: valueFinder(work, account) };
  } catch (error) {
    if (error instanceof AppError) return stopByItself(db, bulk, error.message);
    throw error;
  }
  while (!work.over()) {
    const rows = await unchecked(work, bulk.id);
    const [first] = rows;
    if (!first) return finish(work, bulk, operation);
    if (first.tries > 0) await sleep(pauseMs, undefined, { signal: work.signal }).catch(() => {});
    const { checked, halted, failed } = await checkAll(work, checking, rows);
    if (!(await write(work, bulk, checked))) return;
    if (halted?.kind === 'soon') return;
    if (halted) return stopByItself(db, bulk, `${halted.text} ${halted.whatToDo}`);
    if (failed && first.tries === 0 && (await failedInRow(db, bulk.id)) >= mostInRow)
      return stopByItself(db, bulk, inRowWords(failed.text, bulk, checking));
  }
}

/** The next rows, all tried equally often: those that failed come after the others. */
async function unchecked({ db }: BulkWork, bulkId: string): Promise<RowToCheck[]> {
  const rows = await db.$queryRaw<RowToCheck[]>(Prisma.sql`
    SELECT number, cells, tries FROM bulk_row WHERE bulk_id = ${bulkId}::uuid AND state = 'unchecked'
    ORDER BY tries, number LIMIT ${batch}`);
  return rows.filter(({ tries }) => tries === rows[0]?.tries);
}

function inRowWords(text: string, { startedAt }: Bulk, { columns }: Checking): string {
  const way =
    columns.askEnerflo && startedAt === null
      ? ', or change the columns and have the rows checked without looking in Enerflo'
      : '';
  return `${mostInRow} rows in a row could not be checked: ${text} Go on in a while${way}.`;
}

/**
 * Writes these rows, given in the order in which they were checked. False where the bulk is not this worker's to check
 * any more, or its columns were matched anew: nothing was written.
 */
async function write(
  { db, workerId }: BulkWork,
  { id, columns }: Bulk,
  rows: readonly CheckedRow[],
): Promise<boolean> {
  if (rows.length === 0) return true;
  return db.$transaction(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>(Prisma.sql`
      SELECT 1 FROM bulk WHERE id = ${id}::uuid AND state = 'reading' AND worker_id = ${workerId}::uuid
        AND columns = ${JSON.stringify(columns)}::jsonb FOR SHARE`);
    if (held.length === 0) return false;
    const lastAsked = rows.findLastIndex(({ state }) => state === 'waiting');
    if (lastAsked >= 0) await endRow(tx, id);
    const told = rows.map((row, at) =>
      row.state === 'unchecked' && at < lastAsked ? { ...row, reason: othersAsked } : row,
    );
    await tx.$executeRaw(Prisma.sql`
      UPDATE bulk_row r SET state = c.state, reason = c.reason, input = c.input, notes = c.notes, tries = c.tries,
        hash = decode(c.hash, 'hex')
      FROM jsonb_to_recordset(${JSON.stringify(told.map(asJson))}::jsonb)
        AS c(number int, state text, reason text, input jsonb, notes jsonb, tries smallint, hash text)
      WHERE r.bulk_id = ${id}::uuid AND r.number = c.number`);
    return true;
  });
}

function asJson({ hash, ...row }: CheckedRow) {
  return { ...row, hash: hash && Buffer.from(hash).toString('hex') };
}

/**
 * All rows are checked: what repeats or resembles something is told apart, then the bulk is ready. One of which rows were
 * sent before stands stopped until somebody goes on with it, or is done where nothing more waits.
 */
async function finish({ db, workerId }: BulkWork, bulk: Bulk, operation: Operation): Promise<void> {
  await db.$transaction(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>(Prisma.sql`
      SELECT 1 FROM bulk WHERE id = ${bulk.id}::uuid AND state = 'reading' AND worker_id = ${workerId}::uuid FOR UPDATE`);
    if (held.length === 0) return;
    await markAlike(tx, bulk, operation);
    await markRepeats(tx, bulk);
    await markSamePerson(tx, bulk, operation);
    await markSameChange(tx, bulk, operation);
    const waiting = { bulkId: bulk.id, state: { in: ['waiting', 'sending'] } };
    const waits = (await tx.bulkRow.count({ where: waiting })) > 0;
    await tx.bulk.update({ where: { id: bulk.id }, data: { ...afterCheck(bulk, waits), workerId: null } });
  });
}

/**
 * What becomes of a bulk by a check. Why it stopped, or who finished it, stays true: nothing was sent meanwhile. A check
 * that was broken off has overwritten it (reasonWhenCheckedOn).
 */
function afterCheck({ startedAt, endedAt, reason }: Bulk, waits: boolean) {
  if (startedAt === null) return { state: 'ready', reason: null };
  if (!waits) return { state: 'done', reason, endedAt: endedAt ?? new Date() };
  return {
    state: 'stopped',
    reason: endedAt === null ? (reason ?? checkedAgain) : checkedAgain,
    endedAt: null,
  };
}
