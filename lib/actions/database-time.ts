import { databaseNow } from '#lib/db/database-clock.ts';

/** A time by this process's clock as the database's has it, by which all others of an action are. */
export function databaseTime(time: Date): Date {
  return new Date(time.getTime() + databaseNow() - Date.now());
}
