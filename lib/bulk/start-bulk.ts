import type { Tx } from '#lib/db/database.ts';
import type { Bulk } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { agreedOf } from './agreed-of.ts';
import type { BulkContext } from './bulk-context.ts';
import { bulkOperation } from './bulk-operation.ts';
import { assertState, lockBulk } from './bulk-row.ts';
import { staysAgreed } from './bulk-states.ts';
import { reasonWhenCheckedOn } from './checked-again.ts';
import { noteChange } from './note-change.ts';
import { sideEffectsOf } from './side-effects-of.ts';

/**
 * Has the rows that are ready sent, or goes on with what was stopped. `agreed`: codes of side effects, besides those
 * agreed to before; those that must be agreed to and were not are an AppError INVALID. Whether it goes on although
 * Enerflo shows another value is said anew each time that rows are sent.
 */
export async function startBulk(
  context: BulkContext,
  { id, agreed }: { id: string; agreed: string[] },
): Promise<void> {
  const effects = await sideEffectsOf(context.db, id);
  const mustAgree = effects.filter((one) => one.agree).map(({ code }) => code);
  await context.db.$transaction(async (tx) => {
    const bulk = await lockBulk(tx, id);
    bulkOperation(bulk.operation, context.actor);
    assertState(
      bulk,
      ['ready', 'stopped', 'done'],
      bulk.state === 'running'
        ? 'Its rows are being sent already, as somebody asked for.'
        : 'Its rows are not checked yet.',
    );
    const unchecked = await tx.bulkRow.count({ where: { bulkId: id, state: 'unchecked' } });
    // Who has rows checked is not asked, and takes nothing back.
    const before = agreedOf(bulk.agreed).filter((code) => unchecked > 0 || staysAgreed(code));
    const all = [...new Set([...before, ...agreed])];
    const open = mustAgree.filter((code) => !all.includes(code));
    if (unchecked === 0 && open.length > 0)
      throw new AppError('INVALID', 'Say first that you know what else this causes.', {
        fields: open.map((code) => ({ field: 'agreed', message: code })),
      });
    const waiting = await tx.bulkRow.count({ where: { bulkId: id, state: { in: ['waiting', 'sending'] } } });
    if (unchecked === 0 && waiting === 0) throw new AppError('CONFLICT', await whyNone(tx, bulk));
    await tx.bulk.update({
      where: { id },
      data: {
        state: unchecked > 0 ? 'reading' : 'running',
        agreed: all,
        workerId: null,
        // Rows that are not checked are left only by a check that was broken off. Checking on sends nothing.
        ...(unchecked > 0
          ? { reason: reasonWhenCheckedOn(bulk) }
          : { reason: null, endedAt: null, startedAt: bulk.startedAt ?? new Date() }),
      },
    });
    await noteChange(tx, context, 'bulk.start', id, {
      operation: bulk.operation,
      rows: waiting,
      agreed: all,
    });
  });
}

/** Why no row is left to be sent. Who asks for it all the same looks at a page from before somebody had them sent. */
async function whyNone(tx: Tx, { id, startedAt }: Bulk): Promise<string> {
  if (startedAt === null) return 'No row is ready to be sent.';
  const state = { in: ['done', 'differs', 'unknown'] };
  const sent = await tx.bulkRow.count({ where: { bulkId: id, state } });
  if (sent === 0) return 'No row is left to be sent: what became of each stands on its page.';
  const rows = sent === 1 ? 'Its row was' : `Its ${sent.toLocaleString('en')} rows were`;
  return `${rows} sent already, perhaps from another window. What became of each stands on its page.`;
}
