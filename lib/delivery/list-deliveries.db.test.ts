import { expect, test } from 'vitest';
import { listDeliveries } from './list-deliveries.ts';
import type { RoutedEvent } from './route-events.ts';
import { createEvent, createFlow, route } from './testing/factory.ts';
import { setUpDeliveries } from './testing/set-up-deliveries.ts';
import { deliverAll } from './testing/test-context.ts';

const on = setUpDeliveries();

test('lists page by id and narrow by state, flow and event', async () => {
  const receiver = await on.crm((response, { body }) =>
    response.writeHead(body.includes(':2}') ? 400 : 200).end(),
  );
  const flow = await createFlow(on.db, on.connection, receiver.url);
  const events: RoutedEvent[] = [];
  for (let n = 1; n <= 3; n++)
    events.push(await createEvent(on.db, on.connection, { record: String(n), payload: { n } }));
  await route(on.db, ...events);
  await deliverAll(on.pool);
  const page = await listDeliveries(on.db, { flowId: flow.id, limit: 2 });
  expect(page.items.map(({ eventId }) => eventId)).toEqual([events[2]?.id, events[1]?.id]);
  const rest = await listDeliveries(on.db, {
    flowId: flow.id,
    limit: 2,
    cursor: page.nextCursor ?? undefined,
  });
  expect(rest.items.map(({ eventId }) => eventId)).toEqual([events[0]?.id]);
  expect(rest.nextCursor).toBeNull();
  const failed = await listDeliveries(on.db, { flowId: flow.id, state: 'failed', limit: 10 });
  expect(failed.items).toMatchObject([
    {
      eventId: events[1]?.id,
      flowName: flow.name,
      environment: 'production',
      eventType: 'enerflo.v1.update_customer',
    },
  ]);
  const ofEvent = await listDeliveries(on.db, { eventId: events[0]?.id, limit: 10 });
  expect(ofEvent.items.map(({ state }) => state)).toEqual(['delivered']);
});
