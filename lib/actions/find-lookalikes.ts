import type { EnerfloAccount, Share } from '#lib/enerflo/enerflo-call.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { Lookalike, Operation } from '#lib/operations/operation.ts';
import { type AttemptData, attemptOf } from './attempt-of.ts';

/**
 * What is in Enerflo already and looks like what is about to be made. A search that fails finds nothing: it must not
 * keep anybody from working. The requests are kept with the action.
 */
export async function findLookalikes(
  account: EnerfloAccount,
  operation: Operation,
  input: JsonObject,
  share: Share,
): Promise<{ found: Lookalike[]; attempts: AttemptData[] }> {
  if (!operation.lookalikes) return { found: [], attempts: [] };
  const requests = operation.lookalikes.requests(input, { settings: account.settings });
  const results = await Promise.all(requests.map((request) => account.call(request, { share })));
  const bodies = results.map((result): Json => (result.ok ? result.body : null));
  const attempts = results.flatMap((result) => attemptOf('read', result) ?? []);
  return { found: operation.lookalikes.found(bodies, input), attempts };
}
