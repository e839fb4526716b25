import { databaseIsAway } from '#lib/records/database-is-away.ts';

/** What the system says to the pool where the server cannot be reached at all. */
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** What Prisma's adapter makes of the same in a raw query, inside an error whose code says only that one failed. */
const adapterKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);

/** `databaseIsAway` for errors of the pool and of raw queries too: trying the same again later may succeed. */
export function isAway(error: unknown): boolean {
  if (databaseIsAway(error)) return true;
  const code = property(error, 'code');
  if (typeof code === 'string' && systemCodes.has(code)) return true;
  const kind = property(property(property(property(error, 'meta'), 'driverAdapterError'), 'cause'), 'kind');
  return typeof kind === 'string' && adapterKinds.has(kind);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
