import { type Fetched, fetchedMilestone } from '#lib/catalog/fetched.ts';
import type { EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import { EnerfloError } from '#lib/enerflo/enerflo-error.ts';
import { rowsOf } from '#lib/enerflo/rows-of.ts';
import { requestPath } from '#lib/operations/operation-request.ts';

/** The milestones of an install (guide 3.1); none where Enerflo has no such install. Throws EnerfloError. */
export async function fetchMilestones(
  account: EnerfloAccount,
  installId: string,
  signal: AbortSignal,
): Promise<Fetched[]> {
  const path = requestPath`/api/v3/installs/${installId}/milestones`;
  const result = await account.call({ method: 'GET', path }, { share: 'bulk', signal });
  if (!result.ok) {
    if (result.code === 'NOT_THERE') return [];
    throw new EnerfloError(result);
  }
  const rows = rowsOf(result.body, ['milestones', 'install_milestones'])?.rows ?? [];
  return rows.flatMap((row) => fetchedMilestone(row, installId));
}
