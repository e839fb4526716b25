import { expect, test } from 'vitest';
import type { RoutedEvent } from '#lib/delivery/route-events.ts';
import { skipDelivery } from '#lib/delivery/skip-delivery.ts';
import { createEvent, createFlow, route, testChanges } from '#lib/delivery/testing/factory.ts';
import { setUpDeliveries } from '#lib/delivery/testing/set-up-deliveries.ts';
import { deliverAll } from '#lib/delivery/testing/test-context.ts';
import { getEvent } from './get-event.ts';
import { listEvents } from './list-events.ts';

const on = setUpDeliveries();
const seeing = { personal: true };

test('an event behind a failure of its record is told and found as held, until someone lets the failure go', async () => {
  const receiver = await on.crm((response, { body }) =>
    response.writeHead(body.includes(':1}') ? 422 : 200).end(),
  );
  await createFlow(on.db, on.connection, receiver.url);
  const events: RoutedEvent[] = [];
  for (let n = 1; n <= 3; n++) events.push(await createEvent(on.db, on.connection, { payload: { n } }));
  await on.db.$executeRaw`UPDATE event_state SET applied_at = now()`;
  await route(on.db, ...events);
  await deliverAll(on.pool);
  const [first, second, third] = events.map(({ id }) => id);
  const withOutcome = async (outcome: string) =>
    (await listEvents(on.db, { outcome, limit: 10 }, seeing)).items.map(({ id }) => id);

  expect(await withOutcome('held')).toEqual([third, second]);
  expect(await withOutcome('sending')).toEqual([]);
  expect(await withOutcome('failed')).toEqual([first]);
  const { items } = await listEvents(on.db, { limit: 10 }, seeing);
  expect(items.map(({ outcome }) => outcome)).toEqual(['held', 'held', 'failed']);
  expect(await getEvent(on.db, second ?? '')).toMatchObject({ outcome: 'held' });

  const failed = await on.db.delivery.findFirstOrThrow({ where: { eventId: first } });
  await skipDelivery(testChanges(on.db), failed.id);
  await deliverAll(on.pool);
  expect(await withOutcome('held')).toEqual([]);
  expect(await withOutcome('delivered')).toEqual([third, second]);
});
