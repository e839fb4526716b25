import { AppError } from '#lib/errors.ts';

/** Codes of sockets, PostgreSQL and Prisma that mean: no connection, or none free in time. */
const awayCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'EPIPE'],
  ...['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'],
  ...['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'],
]);
/** node-postgres gives these errors no code. */
const awayMessage = /timeout exceeded when trying to connect|Connection terminated|connection is closed/i;

/** Whether an error of Prisma or node-postgres says that the database can't be reached, not that a statement is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return awayMessage.test(error.message) || namesOf(error).some((name) => awayCodes.has(name));
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

/** `code`, and what Prisma's driver adapter put into `meta.driverAdapterError.cause`. */
function namesOf(error: Error): string[] {
  const cause = member(member(member(error, 'meta'), 'driverAdapterError'), 'cause');
  const names = [member(error, 'code'), member(cause, 'kind'), member(cause, 'originalCode')];
  return names.filter((name) => typeof name === 'string');
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
