import type { JsonObject } from '../../shared/json.ts';
import type { Settings } from '../settings.ts';
import type { State } from '../state/create-state.ts';
import type { User } from '../state/rows.ts';
import type { Answer } from './answer.ts';

/** A request that was let in. */
export type Ask = {
  /** The parts of the path that the route leaves open, decoded. */
  params: string[];
  query: URLSearchParams;
  /** Empty where none came, or no JSON. */
  body: JsonObject;
  state: State;
  settings: Settings;
  /** Whom the key belongs to: what the API does is theirs. */
  user: User;
};

/** `path` has a `*` for each part that is left open; of two that fit, the first holds. */
export type Route = { method: string; path: string; answer: (ask: Ask) => Answer };
