import { checkAccess } from '#lib/operations/enerflo/check-access.ts';
import type { OperationRequest } from '#lib/operations/operation-request.ts';
import type { EnerfloAccess, EnerfloAccount } from './enerflo-call.ts';
import type { EnerfloResult } from './enerflo-result.ts';
import { openEnerfloAccount } from './open-enerflo-account.ts';

export type AccountTest = { ok: boolean; words: string; whatToDo: string | null };

/** Nobody is known to have used authcheck (field facts 1): where it is not there a short list is asked for instead. */
const instead: OperationRequest = { method: 'GET', path: '/api/v3/users', query: { page: 1, per_page: 1 } };

/**
 * Whether Enerflo takes the API key of an account, in words. Changes nothing there. Throws NOT_FOUND and INVALID as
 * `openEnerfloAccount`.
 */
export async function testAccount(access: EnerfloAccess, connectionId: string): Promise<AccountTest> {
  const account = await openEnerfloAccount(access, connectionId);
  const check = checkAccess.request({}, { settings: account.settings }, null);
  const checked = await ask(account, check);
  const result = !checked.ok && checked.code === 'NOT_THERE' ? await ask(account, instead) : checked;
  const host = new URL(account.baseUrl).host;
  if (result.ok) return { ok: true, words: `Enerflo at ${host} takes the API key.`, whatToDo: null };
  const said = result.said === null ? '' : ` ${host} said: ${result.said}`;
  return { ok: false, words: `${result.text}${said}`, whatToDo: result.whatToDo };
}

function ask(account: EnerfloAccount, request: OperationRequest): Promise<EnerfloResult> {
  return account.call(request, { share: 'people' });
}
