import type { JsonObject } from '#lib/json.ts';
import type { EnerfloAccount } from '../enerflo-call.ts';
import { listCustomers } from '../lists/list-customers.ts';
import { allRows, patience } from './ask.ts';

/** The first page of the customers that Enerflo finds for the first of these texts for which it finds any. */
export async function customersFound(
  account: EnerfloAccount,
  texts: readonly string[],
): Promise<JsonObject[]> {
  for (const search of texts) {
    const rows = await allRows(listCustomers(account, { ...patience, search }), 1);
    if (rows.length > 0) return rows;
  }
  return [];
}
