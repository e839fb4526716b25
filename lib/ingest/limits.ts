/** Most bytes of a body that is taken in; more is answered with 413. */
export const bodyLimit = 5 * 1024 * 1024;

/** What is kept of a body over the limit. */
export const oversizeKept = 64 * 1024;

/** What is kept of a body without valid credentials: a stranger must not fill the disk. */
export const strangerKept = 1024 * 1024;

/** What of one body is held in memory, and how much of all bodies together may be held for it to be read. */
export type BodyLimit = { kept: number; held: number };

/** Strangers cannot take the memory that senders need. */
export const bodyLimits = {
  sender: { kept: bodyLimit, held: 256 * 1024 * 1024 },
  stranger: { kept: strangerKept, held: 64 * 1024 * 1024 },
} as const satisfies Record<string, BodyLimit>;

/** Refusals without valid credentials: a minute and an address, and open ones altogether (rows and bytes). */
export const strangerLimits = { perMinute: 120, rows: 20_000, bytes: 512 * 1024 * 1024 };

/**
 * The part of rows and bytes that requests which name no endpoint of ours may fill. The rest is for those that do: a
 * sender whose password is wrong must not be lost in a flood of strangers.
 */
export const unknownShare = 0.8;

/** JSON nested deeper than this is kept and recognised, but shown only as raw data. */
export const shownDepth = 200;

/** Shards among which main records are spread; one row each in table `shard`. */
export const shardCount = 16;

/** Warnings that one event keeps, and characters of each. */
export const mostWarnings = 50;
export const longestWarning = 500;

/** A list of more events than this in one request is one event: no sender known to us sends more than 100. */
export const mostEvents = 1_000;
