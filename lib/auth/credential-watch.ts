import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { log } from '#lib/log.ts';
import type { Credential } from './current-actor.ts';

export type CredentialWatch = {
  /** Calls `onEnded` once, about a second after this credential counts no more, until the returned function is called. */
  watch: (credential: Credential, onEnded: () => void) => () => void;
};

const lookEvery = 1_000;

/** The same conditions under which a request is let in (sessions.ts, api-token.ts); using nothing, it touches nothing. */
const stillCounting = `
  SELECT s.id FROM session s JOIN "user" u ON u.id = s.user_id
   WHERE s.id = ANY($1::uuid[]) AND s.ended_at IS NULL AND s.expires_at > now() AND u.deactivated_at IS NULL
  UNION ALL
  SELECT t.id FROM api_token t LEFT JOIN "user" u ON u.id = t.created_by
   WHERE t.id = ANY($2::uuid[]) AND t.ended_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())
     AND u.deactivated_at IS NULL`;

/**
 * Watches what let the open streams of this process in: one look a second for all of them, and none while nobody is
 * watched. While the database is away nobody is sent out.
 */
export function createCredentialWatch(pool: pg.Pool): CredentialWatch {
  const watched = new Set<{ credential: Credential; onEnded: () => void }>();
  let looking = false;

  async function keepLooking(): Promise<void> {
    looking = true;
    while (watched.size > 0) {
      await delay(lookEvery, undefined, { ref: false });
      await look().catch((error: unknown) =>
        log().debug({ err: error }, 'the credentials of open streams could not be looked at'),
      );
    }
    looking = false;
  }

  async function look(): Promise<void> {
    const asked = [...watched];
    const idsOf = (kind: Credential['kind']) => [
      ...new Set(asked.flatMap(({ credential }) => (credential.kind === kind ? [credential.id] : []))),
    ];
    const { rows } = await pool.query<{ id: string }>({
      name: 'credential watch',
      text: stillCounting,
      values: [idsOf('session'), idsOf('token')],
    });
    const counting = new Set(rows.map(({ id }) => id));
    for (const entry of asked) {
      if (!counting.has(entry.credential.id) && watched.delete(entry)) entry.onEnded();
    }
  }

  return {
    watch: (credential, onEnded) => {
      const entry = { credential, onEnded };
      watched.add(entry);
      if (!looking) void keepLooking();
      return () => watched.delete(entry);
    },
  };
}
