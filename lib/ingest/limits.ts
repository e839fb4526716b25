/** Most bytes of a body that is taken in; more is answered with 413. */
export const bodyLimit = 5 * 1024 * 1024;

/** What is kept of a body over the limit. */
export const oversizeKept = 64 * 1024;

/** What is kept of a body without valid credentials: a stranger must not fill the disk. */
export const strangerKept = 1024 * 1024;

/** Refusals without valid credentials: a minute and an address, and open ones altogether (rows and bytes). */
export const strangerLimits = { perMinute: 120, rows: 20_000, bytes: 512 * 1024 * 1024 };

/** JSON nested deeper than this is kept and recognised, but shown only as raw data. */
export const shownDepth = 200;

/** Shards among which main records are spread; one row each in table `shard`. */
export const shardCount = 16;

/** Warnings that one event keeps, and characters of each. */
export const mostWarnings = 50;
export const longestWarning = 500;

/** A list of more events than this in one request is one event: no sender known to us sends more than 100. */
export const mostEvents = 1_000;
