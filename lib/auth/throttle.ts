import ipaddr from 'ipaddr.js';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#lib/errors.ts';
import { type TryLimit, tryLimits } from './limits.ts';

export type TryKind = keyof typeof tryLimits;

/** A try that was counted before its secret was checked. Exactly one of the two follows. */
export type CountedTry = { failed: () => Promise<void>; succeeded: () => Promise<void> };

const tooMany: Record<TryKind, string> = {
  accountHere: 'There were too many wrong passwords for this account from your network address.',
  account: 'There were too many wrong passwords for this account.',
  address: 'There were too many failed sign-ins from your network address.',
  firstRun: 'There were too many wrong codes from your network address.',
  codeHere: 'There were too many wrong codes for this account from your network address.',
  code: 'There were too many wrong codes for this account.',
  ownPassword: 'There were too many wrong passwords.',
  link: 'There were too many links that do not count from your network address.',
};

/**
 * Counts a try on `key` in table rate_limit, for all web processes together, or refuses it (TOO_MANY, with the
 * seconds to wait). Counted first and taken back when the secret was right: so a thousand tries at once are no
 * more than a thousand in turn. The last allowed failure blocks the key from then on.
 */
export async function countTry(pool: Pool, kind: TryKind, key: string): Promise<CountedTry> {
  const limiter = limitersOf(pool)[kind];
  const { failures, blockSeconds }: TryLimit = tryLimits[kind];
  const counted = await limiter.consume(key).catch((reason: unknown) => {
    throw reason instanceof RateLimiterRes ? refusal(kind, reason.msBeforeNext) : reason;
  });
  return {
    failed: async () => {
      if (counted.consumedPoints >= failures) await limiter.block(key, blockSeconds);
    },
    succeeded: async () => {
      // A right password clears its account; an address, shared by many, only gets this try back.
      if (kind === 'address') await limiter.reward(key);
      else await limiter.delete(key);
    },
  };
}

/** The key of a network address: one IPv6 customer has a whole /64, so that counts as one. */
export function addressKey(address: string | null): string {
  if (!address || !ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

function refusal(kind: TryKind, milliseconds: number): AppError {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const minutes = Math.ceil(seconds / 60);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return new AppError('TOO_MANY', `${tooMany[kind]} Try again in ${wait}.`, { retryAfter: seconds });
}

const limiters = new WeakMap<Pool, Record<TryKind, RateLimiterPostgres>>();

function limitersOf(pool: Pool): Record<TryKind, RateLimiterPostgres> {
  const made = limiters.get(pool) ?? {
    accountHere: limiterOn(pool, 'accountHere'),
    account: limiterOn(pool, 'account'),
    address: limiterOn(pool, 'address'),
    firstRun: limiterOn(pool, 'firstRun'),
    codeHere: limiterOn(pool, 'codeHere'),
    code: limiterOn(pool, 'code'),
    ownPassword: limiterOn(pool, 'ownPassword'),
    link: limiterOn(pool, 'link'),
  };
  limiters.set(pool, made);
  return made;
}

function limiterOn(pool: Pool, kind: TryKind): RateLimiterPostgres {
  const { failures, windowSeconds, blockSeconds } = tryLimits[kind];
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: kind,
    points: failures,
    duration: windowSeconds,
    blockDuration: blockSeconds,
    // Old rows of all kinds are in one table: one limiter sweeps for the others.
    clearExpiredByTimeout: kind === 'account',
  });
}
