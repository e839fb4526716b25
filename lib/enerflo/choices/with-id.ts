import type { JsonObject } from '#lib/json.ts';
import type { OperationRequest } from '#lib/operations/operation-request.ts';
import { rowOf } from '#lib/operations/read-answer.ts';
import type { EnerfloAccount } from '../enerflo-call.ts';
import { EnerfloError } from '../enerflo-error.ts';
import type { EnerfloFailureCode } from '../enerflo-result.ts';
import { askOne } from './ask.ts';

/** What may come of an id that is none, such as a phone number; other failures concern whatever is asked for. */
const ofIdAlone: ReadonlySet<EnerfloFailureCode> = new Set([
  'REFUSED',
  'FAILED',
  'NO_ANSWER',
  'CUT',
  'UNREADABLE',
]);

export type WithId = { direct: JsonObject | null; failed: EnerfloError | null };
export const noneWithId: WithId = { direct: null, failed: null };

/**
 * What a request for one id finds; null where there is nothing that this key may see. `failed`: Enerflo gave no good
 * answer for this id, which may be none at all. Throws EnerfloError where it would give none for anything.
 */
export async function withId(account: EnerfloAccount, request: OperationRequest): Promise<WithId> {
  try {
    return { ...noneWithId, direct: rowOf(await askOne(account, request)) };
  } catch (error) {
    if (!(error instanceof EnerfloError)) throw error;
    if (error.failure.code === 'NOT_ALLOWED') return noneWithId;
    if (!ofIdAlone.has(error.failure.code)) throw error;
    return { ...noneWithId, failed: error };
  }
}
