import { sqlState } from '#lib/db/sql-state.ts';
import { AppError } from '#lib/errors.ts';

/** What PostgreSQL says of a text with NUL in it, and of one that it cannot hold inside JSON. */
const texts = new Set(['22021', '22P05']);
/** … and of a date or a time that is none, or that lies beyond its calendar (the year 0). */
const times = new Set(['22007', '22008', '22009']);

/**
 * What to tell whoever sent a value that no column takes and that looked right until then; null for any other error.
 * It is the request that is wrong, whichever endpoint it went to.
 */
export function refusedValue(error: unknown): AppError | null {
  const state = sqlState(error) ?? '';
  if (texts.has(state))
    return new AppError(
      'INVALID',
      'A text holds a character that can neither be kept nor looked for (NUL). Take it out and try again.',
    );
  if (times.has(state))
    return new AppError('INVALID', 'A time lies beyond what can be kept. Give a year from 1 to 9999.');
  return null;
}
