import type { Db } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';

/**
 * The main record of the event from which something is done, as `kind:id`: there the action is looked for as well.
 * Throws AppError INVALID where there is no such event, or one of another environment: nothing of a sandbox meets
 * production.
 */
export async function eventRecords(
  db: Db,
  eventId: string,
  account: { environment: string },
): Promise<string[]> {
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: { recordKey: true, connectionId: true },
  });
  if (!event) throw wrongEvent('There is no such event.');
  const connection = await db.connection.findUniqueOrThrow({ where: { id: event.connectionId } });
  if (connection.environment !== account.environment) {
    throw wrongEvent(
      `The event is of an account in ${connection.environment}; this one is in ${account.environment}.`,
    );
  }
  return event.recordKey ? [event.recordKey] : [];
}

function wrongEvent(message: string): AppError {
  return new AppError('INVALID', message, { fields: [{ field: 'eventId', message }] });
}
