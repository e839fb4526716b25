import { sqlState } from '#lib/db/sql-state.ts';

/** SQLSTATE classes of a lost connection, a rolled-back transaction, too few resources and a failing system. */
const awayClasses = new Set(['08', '40', '53', '58']);
/** The server shutting down, starting up or ending sessions; a standby that does not write yet. */
const awayStates = new Set(['57P01', '57P02', '57P03', '57P04', '57P05', '25006', '55P03']);
/** Prisma's: not reachable, timed out, closed, no connection free, rolled back because of others, too many. */
const awayCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2034', 'P2037']);
/** What pg and Prisma say, without a code, where a connection broke or none could be had. */
const awayMessages =
  /Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Unable to start a transaction in the given time/;

/**
 * Whether an error says that the database is away, overloaded or took a transaction back because of another one:
 * trying the same again later may well succeed. False for errors that what was written brought about, for those of
 * our own, and where a statement took too long.
 */
export function databaseIsAway(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return awayClasses.has(state.slice(0, 2)) || awayStates.has(state);
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && awayCodes.has(error.code)) return true;
  return awayMessages.test(error.message);
}
