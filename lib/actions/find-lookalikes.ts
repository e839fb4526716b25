import type { EnerfloAccount, Share } from '#lib/enerflo/enerflo-call.ts';
import type { EnerfloFailure } from '#lib/enerflo/enerflo-result.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { Lookalike, Operation, SideEffect } from '#lib/operations/operation.ts';
import { type AttemptData, attemptOf } from './attempt-of.ts';
import { notLooked } from './not-looked.ts';

/** What was found, and where a search failed why: what it would have found nobody knows. */
type Looked = {
  found: Lookalike[];
  failure: EnerfloFailure | null;
  /** What a person is to agree to before it is sent all the same; empty where every search was answered. */
  warnings: SideEffect[];
  attempts: AttemptData[];
};

/**
 * What is in Enerflo already and looks like what is about to be made. A search that fails is not one that finds nothing:
 * it keeps nobody from working, but he is told of it. The requests are kept with the action.
 */
export async function findLookalikes(
  account: EnerfloAccount,
  operation: Operation,
  input: JsonObject,
  share: Share,
): Promise<Looked> {
  if (!operation.lookalikes) return { found: [], failure: null, warnings: [], attempts: [] };
  const requests = operation.lookalikes.requests(input, { settings: account.settings });
  const results = await Promise.all(requests.map((request) => account.call(request, { share })));
  const failure = results.find((result) => !result.ok) ?? null;
  const bodies = results.map((result): Json => (result.ok ? result.body : null));
  return {
    found: operation.lookalikes.found(bodies, input),
    failure,
    warnings: failure ? [notLooked] : [],
    attempts: results.flatMap((result) => attemptOf('read', result) ?? []),
  };
}
