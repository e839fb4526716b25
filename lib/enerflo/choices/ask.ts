import type { Json } from '#lib/json.ts';
import type { OperationRequest } from '#lib/operations/operation-request.ts';
import type { EnerfloAccount } from '../enerflo-call.ts';
import { EnerfloError } from '../enerflo-error.ts';
import type { Page } from '../read-pages.ts';

/** A form waits for what it can offer, but not for long: what is known here is shown meanwhile. */
export const patience = { share: 'people', patienceMs: 5_000 } as const;

/** The body of one answer. Throws EnerfloError. */
export async function ask(account: EnerfloAccount, request: OperationRequest): Promise<Json> {
  const result = await account.call(request, patience);
  if (!result.ok) throw new EnerfloError(result);
  return result.body;
}

/** The same, null where Enerflo has nothing under the id. */
export async function askOne(account: EnerfloAccount, request: OperationRequest): Promise<Json> {
  const result = await account.call(request, patience);
  if (!result.ok && result.code === 'NOT_THERE') return null;
  if (!result.ok) throw new EnerfloError(result);
  return result.body;
}

/** The rows of all pages, or of the first few. Throws EnerfloError. */
export async function allRows(pages: AsyncGenerator<Page, void>, mostPages = 50): Promise<Page['rows']> {
  const rows: Page['rows'] = [];
  for await (const page of pages) {
    rows.push(...page.rows);
    if (page.page >= mostPages) break;
  }
  return rows;
}
