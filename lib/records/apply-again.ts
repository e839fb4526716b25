import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import type { ChangeContext } from '#lib/flows/change-context.ts';

/**
 * Has an event that failed to apply tried once more, as if it had just come, because a person asked for it: say after
 * the fault that it failed for was mended. Throws AppError NOT_FOUND, or CONFLICT where it did not fail, or where a
 * delivery of it failed and not the event itself.
 */
export async function applyAgain(context: ChangeContext, eventId: string): Promise<void> {
  const { db, audit, actor, requestId, address } = context;
  await db.$transaction(async (tx) => {
    const [state] = await tx.$queryRaw<{ outcome: string; tries: number; error: string | null }[]>(Prisma.sql`
      SELECT outcome, tries, error FROM event_state WHERE event_id = ${eventId}::uuid FOR UPDATE`);
    if (!state) throw new AppError('NOT_FOUND', 'There is no event with this id.');
    // Applying clears the error, so an event whose delivery failed has none.
    if (state.outcome !== 'failed' || state.error === null) {
      throw new AppError('CONFLICT', 'Only an event that could not be read into records can be tried again.');
    }
    await tx.$executeRaw(Prisma.sql`
      UPDATE event_state
      SET outcome = 'received', applied_at = NULL, tries = 0, due_at = NULL, error = NULL,
          xact = pg_current_xact_id()
      WHERE event_id = ${eventId}::uuid`);
    await audit(tx, {
      actor,
      requestId,
      address,
      action: 'event.apply',
      subjectKind: 'event',
      subjectId: eventId,
      before: { outcome: state.outcome, error: state.error },
      after: { outcome: 'received' },
    });
  });
}
