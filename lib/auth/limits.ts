/** The numbers of signing in, in one place. Safe in a browser. */

/** Failures in `windowSeconds` after which a key is blocked, and for how long from the last of them. */
export type TryLimit = { failures: number; windowSeconds: number; blockSeconds: number };

const quarterHour = 15 * 60;
const hour = 60 * 60;

export const tryLimits = {
  /** One account from one network address: so a stranger elsewhere can't lock its person out. */
  accountHere: { failures: 10, windowSeconds: quarterHour, blockSeconds: quarterHour },
  /** One account, whoever tries and from wherever: many addresses guess no faster than this. */
  account: { failures: 100, windowSeconds: quarterHour, blockSeconds: quarterHour },
  /** One network address, whatever accounts it tries. */
  address: { failures: 50, windowSeconds: quarterHour, blockSeconds: quarterHour },
  /** Wrong first-run codes from one network address. */
  firstRun: { failures: 10, windowSeconds: quarterHour, blockSeconds: quarterHour },
  /** Wrong codes of one person's second factor from one network address; the password was right each time. */
  codeHere: { failures: 5, windowSeconds: quarterHour, blockSeconds: quarterHour },
  /** … from wherever: three of a million codes count at any time, so 20 an hour guess one in about eight years. */
  code: { failures: 20, windowSeconds: hour, blockSeconds: hour },
  /** The own password, asked of somebody who is signed in: a found open browser can't guess it. */
  ownPassword: { failures: 10, windowSeconds: quarterHour, blockSeconds: quarterHour },
  /** One-time links that do not count, from one network address. */
  link: { failures: 30, windowSeconds: quarterHour, blockSeconds: quarterHour },
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

/** How long a one-time link lets its holder choose a password, in hours from when it was made. */
export const linkHours = { invite: 7 * 24, reset: 24 } as const;

/** How many recovery codes somebody gets at a time. */
export const recoveryCodeCount = 10;
