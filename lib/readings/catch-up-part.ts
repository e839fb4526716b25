import { systemActor } from '#lib/audit/audit.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { WorkerPart } from '#lib/delivery/worker.ts';
import { log } from '#lib/log.ts';
import { readSetting, writeSetting } from '#lib/settings/settings.ts';
import { insertReading } from './change-reading.ts';
import { coveredUntil, type DoneReading, OVERLAP } from './covered-until.ts';
import { nightBefore } from './night-before.ts';
import { databaseNow } from './tell-fetched.ts';

const MINUTE = 60_000;
/** No worker for so long is a gap: a restart or a new version takes less, and senders try again for a while. */
const GAP = 5 * MINUTE;

type Account = {
  id: string;
  timeZone: string | null;
  /** Since when it can be called. */
  keySetAt: Date;
  /** When the last catch-up by itself was made: one by hand, of whatever time, takes no night's place. */
  lastMade: Date | null;
};

/**
 * Notes that workers run, and has accounts caught up when none did for a while, and each night at 3 in the account's
 * time zone. An account that is being read already is caught up afterwards.
 */
export const catchUpPart: WorkerPart = {
  name: 'catch-up',
  everyMs: 30_000,
  run: ({ db }) => oweCatchUps(db),
};

/** One look: see `catchUpPart`. Several workers may look at once; they take turns. */
export async function oweCatchUps(db: Db): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('readings.watch'))`);
    const watch = await readSetting(tx, 'readingsWatch');
    const now = await databaseNow(tx);
    const aliveAt = new Date(watch?.aliveAt ?? now);
    const gap = now.getTime() - aliveAt.getTime() > GAP;
    if (gap) log().warn({ from: aliveAt, until: now }, 'nothing ran for a while; accounts are caught up');
    const owed = new Map(Object.entries(watch?.owed ?? {}));
    const left = new Map<string, string>();
    for (const account of await callableAccounts(tx)) {
      const since = earliest(owed.get(account.id), gap ? aliveAt : null, await missedNight(tx, account, now));
      if (!since) continue;
      const from = new Date(since.getTime() - OVERLAP);
      const made = await insertReading(tx, {
        connectionId: account.id,
        kind: 'catch-up',
        since: from,
        actor: systemActor(gap ? 'after a gap' : 'each night'),
      });
      if (made === null) left.set(account.id, since.toISOString());
    }
    await writeSetting(tx, 'readingsWatch', { aliveAt: now.toISOString(), owed: Object.fromEntries(left) });
  });
}

/** Since when a nightly catch-up is to read; null where the last night's was made. */
async function missedNight(tx: Tx, account: Account, now: Date): Promise<Date | null> {
  const { id, timeZone, keySetAt, lastMade } = account;
  const night = nightBefore(now, timeZone);
  if (night < keySetAt || (lastMade && lastMade >= night)) return null;
  return coveredUntil(await doneReadings(tx, id), keySetAt);
}

function doneReadings(tx: Tx, connectionId: string): Promise<DoneReading[]> {
  return tx.$queryRaw<DoneReading[]>(Prisma.sql`
    SELECT since, started_at AS "startedAt" FROM reading
    WHERE connection_id = ${connectionId}::uuid AND state = 'done' AND started_at IS NOT NULL
    ORDER BY started_at`);
}

function earliest(text: string | undefined, ...times: (Date | null)[]): Date | null {
  const all = [text === undefined ? null : new Date(text), ...times].filter((time) => time !== null);
  return all.length === 0 ? null : new Date(Math.min(...all.map((time) => time.getTime())));
}

/** Enerflo accounts that are on and have an API key. */
function callableAccounts(tx: Tx): Promise<Account[]> {
  return tx.$queryRaw<Account[]>(Prisma.sql`
    SELECT c.id, a.settings ->> 'timeZone' AS "timeZone", s.set_at AS "keySetAt", r.made AS "lastMade"
    FROM connection c
    JOIN connection_secret s ON s.connection_id = c.id AND s.kind = 'enerflo.api-key'
    LEFT JOIN enerflo_account a ON a.connection_id = c.id
    CROSS JOIN LATERAL (
      SELECT max(created_at) AS made FROM reading
      WHERE connection_id = c.id AND kind = 'catch-up' AND actor_kind = 'system') r
    WHERE c.source = 'enerflo' AND c.disabled_at IS NULL`);
}
