import { fetchedCustomer } from '#lib/catalog/fetched.ts';
import { listCustomers } from '#lib/enerflo/lists/list-customers.ts';
import { fetchCustomer } from '../fetch-customer.ts';
import type { ReadingJob } from '../reading-job.ts';
import { changedSince } from './changed-since.ts';
import { inParallel } from './in-parallel.ts';
import { readList } from './read-list.ts';
import { withMain } from './with-main.ts';

/**
 * Reads the customers: all of them as the list tells them, or those that changed since the reading's time, these by
 * themselves as well, since the list has a phone number under another name than everything else.
 */
export async function readCustomers(job: ReadingJob): Promise<void> {
  const { access, account, reading, signal } = job;
  const { since, connectionId } = reading;
  await readList(job, {
    part: 'customers',
    pages: (from) => listCustomers(account, { share: 'bulk', from, signal }),
    asks: since !== null,
    read: async (rows) => {
      const told = withMain(rows, fetchedCustomer);
      if (since === null) return told.map(({ main }) => main);
      const changed = await changedSince(access.db, connectionId, since, told);
      const alone = await inParallel(changed, ({ main }) => fetchCustomer(account, main.id, signal));
      return changed.flatMap(({ main }, index) => [main, ...(alone[index] ?? [])]);
    },
  });
}
