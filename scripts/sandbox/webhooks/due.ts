import type { Random } from '../day/random.ts';
import type { Seen } from './bodies/v1-install.ts';
import type { Envelope } from './bodies/v2-envelope.ts';
import type { Subscription } from './subscription.ts';

/** What a body is made of when its time has come; `at` is ms since 1970. */
export type Making = { installs: Subscription['installs']; at: number };

/** A webhook that follows a change: after so many ms, and with what in it by then. */
export type Due = {
  version: 'v1' | 'v2';
  event: string;
  delay: number;
  /** Set where the body has no time of its own: the posts of one lane must not overtake each other. */
  lane?: string;
  body: (making: Making) => object;
};

/** What telling a change needs: what is known by now, and chance. */
export type Telling = { seen: Seen; random: Random };

export const second = 1_000;

/** Usually a webhook comes about a second after its change; not all alike, so their order is not that of the changes. */
export function soon(random: Random): number {
  return random.whole(200, 1_200);
}

export function v1({ random }: Telling, event: string, body: Due['body'], delay = soon(random)): Due {
  return { version: 'v1', event, delay, body };
}

/** `about` is the uuid of what it tells: no 2.0 body has a time. */
export function v2(
  { random }: Telling,
  event: string,
  about: string,
  body: Due['body'],
  delay = soon(random),
): Due {
  return { version: 'v2', event, delay, body, lane: `v2 ${about}` };
}

/** For an organisation, by a user; by the first one, which is the integration's own, where there is none. */
export function envelopeOf({ seen }: Telling, companyId: number, userId: number | null): Envelope {
  const [integration] = seen.users.values();
  return {
    targetOrg: seen.companies.get(companyId)?.uuid ?? '',
    initiatedBy: (seen.users.get(userId ?? 0) ?? integration)?.uuid ?? '',
  };
}

/** The row as it is by now. Rows are never taken away. */
export function rowNow<Row>(table: ReadonlyMap<number, Row>, id: number): Row {
  const row = table.get(id);
  if (row === undefined) throw new Error(`The stand-in Enerflo has nothing under ${id}.`);
  return row;
}
