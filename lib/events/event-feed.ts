import type pg from 'pg';
import { log } from '#lib/log.ts';

/** What changed since the message before: ids of events that are new or whose state is. */
export type FeedMessage = {
  /** Where to go on after this message, in whichever process: a PostgreSQL snapshot. */
  cursor: string;
  ids: string[];
  /** Too much happened to tell one by one: read anew. */
  reset: boolean;
};

export type EventFeed = {
  /**
   * Calls `listener` with everything that commits after `since` (null: after now), each change once, until the
   * returned function is called.
   */
  subscribe: (since: string | null, listener: (message: FeedMessage) => void) => () => void;
};

const pollEvery = 250;
const most = 2_000;
/** The first is the present snapshot, so that its rows and the next query's fit together without a gap. */
const changesBetween = `
  SELECT pg_current_snapshot()::text AS snapshot,
    (SELECT array_agg(event_id) FROM (
      SELECT event_id FROM event_state
      WHERE xact >= pg_snapshot_xmin($1::pg_snapshot)
        AND NOT pg_visible_in_snapshot(xact, $1::pg_snapshot)
        AND ($2::pg_snapshot IS NULL OR pg_visible_in_snapshot(xact, $2::pg_snapshot))
      LIMIT ${most + 1}
    ) changed) AS ids`;

/**
 * One look at the database every quarter of a second serves all streams of the process. Each look tells what is
 * visible now and was not at the look before, by comparing snapshots: batches that commit out of order, and events
 * that another process took in, are neither missed nor told twice.
 */
export function createEventFeed(pool: pg.Pool): EventFeed {
  const listeners = new Set<(message: FeedMessage) => void>();
  /** Where the shared looks stand; null while nobody listens. */
  let position: Promise<string> | null = null;
  let timer: NodeJS.Timeout | null = null;

  function standing(): Promise<string> {
    position ??= currentSnapshot(pool);
    // A failed first look must not be remembered.
    position.catch(() => {
      position = null;
    });
    return position;
  }

  async function look(): Promise<void> {
    try {
      const message = await changes(pool, await standing(), null);
      position = Promise.resolve(message.cursor);
      if (message.ids.length > 0 || message.reset) for (const listener of listeners) listener(message);
    } catch (error) {
      // The position stays: once the database is back, what was missed is told.
      log().debug({ err: error }, 'the event feed could not look');
    }
    timer = listeners.size > 0 ? setTimeout(look, pollEvery) : null;
    if (!timer) position = null;
  }

  return {
    subscribe: (since, listener) => {
      let held: FeedMessage[] | null = [];
      const hold = (message: FeedMessage) => (held ? held.push(message) : listener(message));
      const goOn = (first: FeedMessage) => {
        const waited = held ?? [];
        held = null;
        if (listeners.has(hold)) for (const message of [first, ...waited]) listener(message);
      };
      listeners.add(hold);
      timer ??= setTimeout(look, 0);
      catchUp(since).then(goOn, () => goOn({ cursor: '', ids: [], reset: true }));
      return () => listeners.delete(hold);
    },
  };

  /** From a reconnecting stream's snapshot to where the shared looks stand. */
  async function catchUp(since: string | null): Promise<FeedMessage> {
    const joined = await standing();
    if (!since) return { cursor: joined, ids: [], reset: false };
    const missed = await changes(pool, since, joined);
    return { ...missed, cursor: joined };
  }
}

async function currentSnapshot(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ snapshot: string }>('SELECT pg_current_snapshot()::text AS snapshot');
  return rows[0]?.snapshot ?? '';
}

async function changes(pool: pg.Pool, from: string, to: string | null): Promise<FeedMessage> {
  const { rows } = await pool.query<{ snapshot: string; ids: string[] | null }>({
    name: 'event feed',
    text: changesBetween,
    values: [from, to],
  });
  const ids = rows[0]?.ids ?? [];
  return { cursor: rows[0]?.snapshot ?? from, ids: ids.length > most ? [] : ids, reset: ids.length > most };
}
