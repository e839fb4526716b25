import { fetchedCustomer } from '#lib/catalog/fetched.ts';
import { listCustomers } from '#lib/enerflo/lists/list-customers.ts';
import { fetchCustomer } from '../fetch-customer.ts';
import type { ReadingJob } from '../reading-job.ts';
import { changedSince } from './changed-since.ts';
import { leftBefore } from './left-before.ts';
import { readEach } from './read-each.ts';
import { readList } from './read-list.ts';
import { withMain } from './with-main.ts';

/**
 * Reads the customers: all of them as the list tells them, or those that changed since the reading's time, these by
 * themselves as well, since the list has a phone number under another name than everything else.
 */
export async function readCustomers(job: ReadingJob): Promise<void> {
  const { access, account, reading, signal } = job;
  const { since, connectionId } = reading;
  const pages = (from: number) => listCustomers(account, { share: 'bulk', from, signal });
  const alone = (ids: readonly string[]) =>
    readEach(job, {
      part: 'customers',
      ids,
      read: (id) => fetchCustomer(account, id, signal),
      probe: () => pages(1).next(),
    });
  await readList(job, {
    part: 'customers',
    pages,
    asks: since !== null,
    read: async (rows) => {
      const told = withMain(rows, fetchedCustomer);
      if (since === null) return { fetched: rows.flatMap(fetchedCustomer), skipped: [] };
      const changed = await changedSince(access.db, connectionId, since, told);
      const { answers, skipped } = await alone(changed.map(({ main }) => main.id));
      const all = changed.flatMap(({ row, main }) => [
        ...fetchedCustomer(row),
        ...(answers.get(main.id) ?? []),
      ]);
      return { fetched: all, skipped };
    },
    end: async () => {
      if (since === null) return { fetched: [], skipped: [] };
      const { answers, skipped } = await alone(await leftBefore(job, ['customers']));
      return { fetched: [...answers.values()].flat(), skipped };
    },
  });
}
