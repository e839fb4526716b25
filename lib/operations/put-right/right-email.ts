import { normaliseEmail } from '#lib/catalog/normalise/email.ts';
import type { Righted } from './righted.ts';

/** What stands in no address that anybody has: a name around it, a second one, a formula of a spreadsheet. */
const unfit = /^=|[\s"<>,;()]/;

/** One e-mail address, its domain in lower case; what stands before the @ is kept, since case may count there. */
export function rightEmail(text: string): Righted {
  const bare = text
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .trim();
  const email = normaliseEmail(bare);
  if (!email.read || typeof email.value !== 'string' || unfit.test(bare))
    return { problem: 'This is no e-mail address, such as lynn@example.com.' };
  const at = email.value.lastIndexOf('@');
  const value = email.value.slice(0, at) + email.value.slice(at).toLowerCase();
  return { value, why: 'without spaces, its domain in lower case' };
}
