import { expect, test } from 'vitest';
import { claimDeliveries } from './claim-deliveries.ts';
import type { RoutedEvent } from './route-events.ts';
import { createEvent, createFlow, route } from './testing/factory.ts';
import { setUpDeliveries } from './testing/set-up-deliveries.ts';
import { testContext } from './testing/test-context.ts';

const on = setUpDeliveries();

test('a claim is short where events are large, takes one however large it is, and leaves none behind', async () => {
  await createFlow(on.db, on.connection, 'http://127.0.0.1:9/contacts');
  const events: RoutedEvent[] = [];
  for (const megabytes of [20, 9, 7, 1]) {
    const byteSize = megabytes * 1024 * 1024;
    events.push(await createEvent(on.db, on.connection, { record: String(megabytes), byteSize }));
  }
  await route(on.db, ...events);
  // Due one after the other, so that they are claimed in this order.
  for (const [place, { id }] of events.entries()) {
    const dueAt = new Date(Date.now() - 60_000 + place);
    await on.db.delivery.updateMany({ where: { eventId: id }, data: { dueAt } });
  }
  const context = testContext(on.pool);
  const claimed: string[][] = [];
  for (let claim = 0; claim < 4; claim += 1) {
    claimed.push((await claimDeliveries(context, 16)).map(({ eventId }) => eventId));
  }
  const [huge = '', large = '', medium = '', small = ''] = events.map(({ id }) => id);
  expect(claimed).toEqual([[huge], [large, medium], [small], []]);
});
