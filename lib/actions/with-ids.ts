import { shortly } from '#lib/enerflo/choices/short-cache.ts';
import type { CallOptions, EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import { EnerfloError } from '#lib/enerflo/enerflo-error.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';

/** So long a list of names counts, as in the pickers: what it names changes hardly ever. */
const keepMs = 300_000;

/**
 * An answer of Enerflo with the ids of what it tells by name alone, from the list that names them: one more call, and
 * only where an id is lacking. As it came where there is no such list, or it could not be read.
 */
export async function withIds(
  account: EnerfloAccount,
  operation: Operation,
  input: JsonObject,
  body: Json,
  options: CallOptions,
): Promise<Json> {
  const { named } = operation;
  if (!named?.lacksId(body)) return body;
  const { connectionId, baseUrl, settings } = account;
  const request = named.request(input, { settings });
  // Nobody waits for a place within the limit that another one waits for with less right to it.
  const key = JSON.stringify(['names', connectionId, baseUrl, request, options.share]);
  const list = await shortly(key, keepMs, async (): Promise<Json> => {
    const result = await account.call(request, options);
    if (!result.ok) throw new EnerfloError(result);
    return result.body;
  }).catch((error: unknown) => {
    if (error instanceof EnerfloError) return null;
    throw error;
  });
  return named.withId(body, list, input);
}
