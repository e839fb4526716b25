import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { log } from '#lib/log.ts';
import type { Share } from '../enerflo-call.ts';
import type { EnerfloSettings } from '../enerflo-settings.schema.ts';
import { type LimitTold, limitTold } from './limit-told.ts';
import { noteLimit } from './note-limit.ts';
import { pace } from './pace.ts';
import { takePlace } from './take-place.ts';
import { inLine } from './waiting-line.ts';

/** Why there was no place in time. */
export type NoPlace = { paused: boolean; waitMs: number };

/** The limit of one API key, shared by every process that uses it. */
export type RequestBudget = {
  /** Waits for a place until `deadline` (of `performance.now()`); null: it has one. Throws where `signal` ends it. */
  wait: (share: Share, deadline: number, signal?: AbortSignal) => Promise<NoPlace | null>;
  /** Reads what an answer says of the limit and keeps it. */
  note: (answer: { status: number; headers: Readonly<Record<string, string>> }) => Promise<LimitTold>;
};

/** Asked again at least so often: a pause may have been lifted, a limit set anew. */
const longestSleepMs = 5_000;

/** The budget of the key with this id (an HMAC of host and key). */
export function requestBudget(pool: Pool, keyId: Uint8Array, limit: EnerfloSettings['limit']): RequestBudget {
  const name = Buffer.from(keyId).toString('hex');
  const shape = pace(limit);

  /** One of a line asks at a time; the others of this process wait for their turn without asking. */
  async function ask(share: Share, deadline: number, signal?: AbortSignal): Promise<NoPlace | null> {
    for (;;) {
      const asked = performance.now();
      const place = await takePlace(pool, keyId, shape, share);
      const now = performance.now();
      if (place.granted && now - asked <= shape.staleMs) return null;
      // Held up so long that the place may lie in another window: it is left unused.
      const waitMs = place.granted ? 0 : place.waitMs;
      if (now + waitMs > deadline) return { paused: !place.granted && place.paused, waitMs };
      const jitter = (Math.random() * Math.max(10, shape.stepMs)) / 2;
      await sleep(Math.min(waitMs, longestSleepMs) + jitter, undefined, { signal });
    }
  }

  return {
    wait: async (share, deadline, signal) => {
      const turn = await inLine(`${share} ${name}`, deadline, signal, () => ask(share, deadline, signal));
      return turn.came ? turn.value : { paused: false, waitMs: shape.stepMs };
    },
    note: async (answer) => {
      const told = limitTold(answer, limit, Date.now());
      try {
        await noteLimit(pool, keyId, told);
      } catch (error) {
        // The answer itself counts for more than what it says of the limit.
        log().warn({ error }, 'what Enerflo said of the limit could not be kept');
      }
      return told;
    },
  };
}
