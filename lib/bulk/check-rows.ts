import { type Bulk, Prisma } from '#lib/db/generated/client.ts';
import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import { AppError } from '#lib/errors.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import type { BulkWork } from './bulk-part.ts';
import { columnsOf } from './bulk-row.ts';
import { type CheckedRow, type Checking, checkRow } from './check-row.ts';
import { markAlike } from './mark-alike.ts';
import { markRepeats } from './mark-repeats.ts';
import type { NotAsked } from './not-asked.ts';
import { stopByItself } from './stop-by-itself.ts';
import { valueFinder } from './value-finder.ts';

/** Rows that are read, checked and written together. */
const batch = 100;
/** Of which so many wait for Enerflo at one time. */
const atOnce = 4;

type Unchecked = { number: number; cells: string[] };

/**
 * Checks rows of a bulk until its slice of time is over or none is left: then those that repeat or resemble something
 * are marked, and the bulk is ready. Stops it, with the reason, where Enerflo cannot be asked.
 */
export async function checkRows(work: BulkWork, bulk: Bulk): Promise<void> {
  const { db } = work;
  const operation = operationNamed(bulk.operation);
  if (!operation) return stopByItself(db, bulk, `There is no operation called ${bulk.operation} any more.`);
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
    if (rows.length === 0) return finish(work, bulk, checking);
    const { checked, failed } = await checkAll(work, checking, rows);
    if (!(await write(work, bulk, checked))) return;
    if (failed?.notAsked.soon) return;
    if (failed) return stopByItself(db, bulk, `${failed.notAsked.text} ${failed.notAsked.whatToDo}`);
  }
}

async function unchecked({ db }: BulkWork, bulkId: string): Promise<Unchecked[]> {
  return db.$queryRaw<Unchecked[]>(Prisma.sql`
    SELECT number, cells FROM bulk_row WHERE bulk_id = ${bulkId}::uuid AND state = 'unchecked'
    ORDER BY number LIMIT ${batch}`);
}

async function checkAll(work: BulkWork, checking: Checking, rows: readonly Unchecked[]) {
  const checked: CheckedRow[] = [];
  let failed: NotAsked | undefined;
  const left = rows.values();
  const lane = async () => {
    for (const row of left) {
      if (failed || work.over()) return;
      const outcome = await checkRow(checking, row);
      if ('notAsked' in outcome) failed = outcome;
      else checked.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { checked, failed };
}

/** False where the bulk is not this worker's to check any more, or its columns were matched anew: nothing was written. */
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
    await tx.$executeRaw(Prisma.sql`
      UPDATE bulk_row r SET state = c.state, reason = c.reason, input = c.input, notes = c.notes,
        hash = decode(c.hash, 'hex')
      FROM jsonb_to_recordset(${JSON.stringify(rows.map(asJson))}::jsonb)
        AS c(number int, state text, reason text, input jsonb, notes jsonb, hash text)
      WHERE r.bulk_id = ${id}::uuid AND r.number = c.number`);
    return true;
  });
}

function asJson({ hash, ...row }: CheckedRow) {
  return { ...row, hash: hash && Buffer.from(hash).toString('hex') };
}

/** All rows are checked: what repeats or resembles something is told apart, then the bulk is ready. */
async function finish({ db, workerId }: BulkWork, bulk: Bulk, { operation }: Checking): Promise<void> {
  await db.$transaction(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>(Prisma.sql`
      SELECT 1 FROM bulk WHERE id = ${bulk.id}::uuid AND state = 'reading' AND worker_id = ${workerId}::uuid FOR UPDATE`);
    if (held.length === 0) return;
    await markAlike(tx, bulk, operation);
    await markRepeats(tx, bulk);
    await tx.bulk.update({ where: { id: bulk.id }, data: { state: 'ready', reason: null, workerId: null } });
  });
}
