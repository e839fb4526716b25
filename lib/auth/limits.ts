/** The numbers of signing in, in one place. Safe in a browser. */

/** Failures in `windowSeconds` after which a key is blocked, and for how long from the last of them. */
export type TryLimit = { failures: number; windowSeconds: number; blockSeconds: number };

const quarterHour = 15 * 60;

export const tryLimits = {
  /** One account from one network address: so a stranger elsewhere can't lock its person out. */
  accountHere: { failures: 10, windowSeconds: quarterHour, blockSeconds: quarterHour },
  /** One account, whoever tries and from wherever: many addresses guess no faster than this. */
  account: { failures: 100, windowSeconds: quarterHour, blockSeconds: quarterHour },
  /** One network address, whatever accounts it tries. */
  address: { failures: 50, windowSeconds: quarterHour, blockSeconds: quarterHour },
  /** Wrong first-run codes from one network address. */
  firstRun: { failures: 10, windowSeconds: quarterHour, blockSeconds: quarterHour },
} as const satisfies Record<string, TryLimit>;

export const sessionLimits = {
  /** A session ends this long after it was last used. */
  idleHours: 12,
  /** … and this long after it began, used or not. */
  longestDays: 30,
  /** How often use is written down; more often would cost a write for each request. */
  touchSeconds: 60,
} as const;

export const passwordLength = { least: 10, most: 200 } as const;
