import { type Fetched, fetchedCustomer } from '#lib/catalog/fetched.ts';
import type { EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import { EnerfloError } from '#lib/enerflo/enerflo-error.ts';
import { isJsonObject } from '#lib/json.ts';
import { requestPath } from '#lib/operations/operation-request.ts';

/** A customer by its number (field facts 5.7); nothing where Enerflo has none or does not show it. Throws EnerfloError. */
export async function fetchCustomer(
  account: EnerfloAccount,
  id: string,
  signal: AbortSignal,
): Promise<Fetched[]> {
  const path = requestPath`/api/v3/customers/${id}`;
  const result = await account.call({ method: 'GET', path }, { share: 'bulk', signal });
  if (!result.ok) {
    if (result.code === 'NOT_THERE' || result.code === 'NOT_ALLOWED') return [];
    throw new EnerfloError(result);
  }
  const { body } = result;
  if (!isJsonObject(body)) return [];
  return fetchedCustomer(body.id === undefined && isJsonObject(body.data) ? body.data : body);
}
