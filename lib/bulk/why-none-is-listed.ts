import type { Db } from '#lib/db/database.ts';
import type { Bulk } from '#lib/db/generated/client.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { agreedOf } from './agreed-of.ts';
import { goesOnUnlisted } from './bulk-states.ts';
import { countListed } from './count-listed.ts';

/** So many rows without what came with them may be more than a list that is late. */
const mostUnlisted = 5;

/**
 * Why a bulk is not to go on: Enerflo confirmed its first rows, but lists for none of them what came with it, as it does
 * where it passes over what it does not know. Null where one was listed, there are too few to tell, none is left to send,
 * or a person said to go on all the same.
 */
export async function whyNoneIsListed(db: Db, bulk: Bulk): Promise<string | null> {
  const also = operationNamed(bulk.operation)?.made?.also;
  if (!also || agreedOf(bulk.agreed).includes(goesOnUnlisted)) return null;
  const { listed, unlisted } = await countListed(db, bulk);
  if (listed > 0 || unlisted < mostUnlisted) return null;
  if ((await db.bulkRow.count({ where: { bulkId: bulk.id, state: 'waiting' } })) === 0) return null;
  const { what } = also;
  return `Enerflo confirmed the first ${unlisted} rows, but does not list the ${what} of any of them. It may come late, or Enerflo may not have taken it. Look at some of these customers in Enerflo after some minutes. If the ${what}s are there, go on and say that it is not to stop again. If not, every further row would be a lead without ${what}: add the rest as leads alone, and make each ${what} with its customer.`;
}
