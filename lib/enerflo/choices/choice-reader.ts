import type { Db } from '#lib/db/database.ts';
import type { Choice, ChoiceValue } from '../enerflo.contract.ts';
import type { EnerfloAccount } from '../enerflo-call.ts';
import type { EnerfloSettings } from '../enerflo-settings.schema.ts';

export type ChoiceQuery = {
  /** Part of a name, an address or an id; empty for the first of all. */
  q: string;
  /** The id of what it lies in; null where it lies in nothing or nobody said. */
  within: string | null;
  value: ChoiceValue;
  /** On whose clock labels tell times: the account's zone, else the reader's, else UTC. */
  timeZone: string;
};

export type LocalPlace = { db: Db; connectionId: string; settings: EnerfloSettings };

/** How one kind of thing is chosen by name. */
export type ChoiceReader = {
  /**
   * `list`: both give all there is, which is sought through here. `known`: each gives what it knows, which is joined and
   * sought through here. `search`: both look for `q` themselves.
   */
  way: 'list' | 'known' | 'search';
  /** Nothing can be chosen before it is known in what it lies. */
  needsWithin?: boolean;
  /** What the records here know; no call. */
  local?: (place: LocalPlace, query: ChoiceQuery) => Promise<Choice[]>;
  /** What Enerflo has. Throws EnerfloError. */
  remote?: (account: EnerfloAccount, query: ChoiceQuery) => Promise<Choice[]>;
  /** What may be chosen although nobody told of it: what was typed, where it may be the id of such a thing. */
  unlisted?: (q: string) => Choice | null;
  /** Its labels tell times: they differ from time zone to time zone. */
  tellsTimes?: boolean;
  /** So long what Enerflo said counts, in milliseconds; absent: not at all. */
  keepMs?: number;
};
