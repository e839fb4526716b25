import type { Json } from '../shared/json.ts';

/** One stored request. `headers` are as Node gives them: lower-case names. */
export type Received = {
  id: string;
  receivedAt: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Json;
};

const kept = 20_000;

/** What was stored, oldest first. Only the newest 20,000 are kept to look at; all are counted. */
export type ReceivedList = {
  add: (received: Received) => void;
  /** The newest `limit` of those received after `since` (ISO 8601). */
  list: (limit: number, since?: string) => Received[];
  count: () => number;
  clear: () => void;
};

export function createReceivedList(): ReceivedList {
  let held: Received[] = [];
  let counted = 0;
  return {
    add: (received) => {
      held.push(received);
      counted += 1;
      if (held.length > 2 * kept) held = held.slice(-kept);
    },
    list: (limit, since = '') => {
      const from = Date.parse(since);
      const wanted = Number.isNaN(from) ? held : held.filter((one) => Date.parse(one.receivedAt) > from);
      return limit > 0 ? wanted.slice(-limit) : [];
    },
    count: () => counted,
    clear: () => {
      held = [];
      counted = 0;
    },
  };
}
