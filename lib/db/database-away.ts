import { AppError } from '#lib/errors.ts';
import { sqlState } from './sql-state.ts';

/** SQLSTATE classes of a lost connection, a transaction taken back, too few resources and a failing system. */
const awayClasses = new Set(['08', '40', '53', '58']);
/** The server shutting down, starting up or ending sessions; a standby that does not write yet. */
const awayStates = new Set(['57P01', '57P02', '57P03', '57P04', '57P05', '25006', '55P03']);
/** What sockets and Prisma call it: not reachable, timed out, closed, none free, rolled back because of others. */
const awayCodes = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EPIPE',
  ],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037'],
]);
/** What Prisma's adapter makes of it in a raw query, inside an error that says only that one failed. */
const awayKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);
/** node-postgres and Prisma give these no code. */
const awayMessages =
  /Connection terminated|Query read timeout|Client has encountered a connection error|Client was closed|connection is closed|timeout exceeded when trying to connect|Unable to start a transaction in the given time/i;

/**
 * Whether an error says that the database is away, overloaded, or took a transaction back because of another one:
 * trying the same again later may well succeed. False for what the statement itself brought about.
 */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return awayClasses.has(state.slice(0, 2)) || awayStates.has(state);
  if (!(error instanceof Error)) return false;
  const kind = member(member(member(error, 'meta'), 'driverAdapterError'), 'cause');
  const names = [member(error, 'code'), member(kind, 'kind'), member(member(error, 'cause'), 'kind')];
  return (
    names.some((name) => awayCodes.has(String(name)) || awayKinds.has(String(name))) ||
    awayMessages.test(error.message)
  );
}

/** Runs `work`; a database that can't be reached becomes the AppError that says so. Other errors pass. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    throw new AppError('UNAVAILABLE', databaseAwayWords, { retryAfter: 10 });
  }
}

export const databaseAwayWords =
  'Heliograph cannot reach its database right now, so it cannot check who you are. Try again in a moment.';

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
