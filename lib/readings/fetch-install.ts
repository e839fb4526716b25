import { type Fetched, fetchedInstall } from '#lib/catalog/fetched.ts';
import type { CallOptions, EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import { EnerfloError } from '#lib/enerflo/enerflo-error.ts';
import { enerfloFailure } from '#lib/enerflo/enerflo-failure.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { type OperationRequest, requestPath } from '#lib/operations/operation-request.ts';

/** The deal's id in Enerflo 2.0, or the install's own. */
export type InstallId = { dealId: string } | { installId: string };

/**
 * A full install, the install itself first (guide 2.2, field facts 5.2); null where Enerflo has none under this id:
 * for a deal that may be so until its agreement is approved. Throws EnerfloError.
 */
export async function fetchInstall(
  account: EnerfloAccount,
  id: InstallId,
  options: CallOptions,
): Promise<Fetched[] | null> {
  const result = await account.call(installRequest(id), options);
  if (!result.ok) {
    if (result.code === 'NOT_THERE') return null;
    throw new EnerfloError(result);
  }
  const fetched = fetchedInstall(installIn(result.body) ?? {});
  if (fetched[0]?.kind === 'enerflo.install') return fetched;
  const { status, exchange } = result;
  throw new EnerfloError(
    enerfloFailure('UNREADABLE', { arrived: 'no', status, exchange, said: 'The answer is no install.' }),
  );
}

function installRequest(id: InstallId): OperationRequest {
  const path =
    'dealId' in id
      ? requestPath`/api/v3/installs/find/${id.dealId}`
      : requestPath`/api/v3/installs/${id.installId}`;
  return { method: 'GET', path };
}

/** The install itself, or one level in, as some answers of Enerflo have it. */
function installIn(body: Json): JsonObject | null {
  if (!isJsonObject(body)) return null;
  if (body.id !== undefined) return body;
  return [body.data, body.install, body.result].find(isJsonObject) ?? null;
}
