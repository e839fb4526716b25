import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';

/** After so many tries an event is failed for good, until a person has it tried again (`applyAgain`). */
const TRIES = 8;

/** Seconds until the second try; each further one waits four times as long, and none longer than an hour. */
const FIRST_WAIT = 10;
const LONGEST_WAIT = 3_600;

/** Notes that an event could not be applied, and why; it is due again later, or failed after the last try. */
export async function putOff(db: Db, eventId: string, error: unknown): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    UPDATE event_state
    SET tries = tries + 1, error = ${whyInShort(error)}, xact = pg_current_xact_id(),
        due_at = CASE WHEN tries + 1 < ${TRIES}
                      THEN now() + make_interval(secs => least(${LONGEST_WAIT}::float8, ${FIRST_WAIT} * power(4, tries))) END,
        outcome = CASE WHEN tries + 1 < ${TRIES} THEN 'received' ELSE 'failed' END,
        applied_at = CASE WHEN tries + 1 < ${TRIES} THEN NULL ELSE now() END
    WHERE event_id = ${eventId}::uuid AND applied_at IS NULL`);
}

/** The last line of an error's message (the driver's own words, without the call), as PostgreSQL can hold it. */
function whyInShort(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.trim().split('\n').at(-1) ?? '';
  return line.replaceAll('\0', '').toWellFormed().slice(0, 500) || 'Failed without saying why';
}
