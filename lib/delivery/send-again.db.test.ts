import { describe, expect, test } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { getDelivery } from './get-delivery.ts';
import { sendAgain } from './send-again.ts';
import { skipDelivery } from './skip-delivery.ts';
import { outcomeOf, testChanges } from './testing/factory.ts';
import { setUpDeliveries } from './testing/set-up-deliveries.ts';
import { deliverAll } from './testing/test-context.ts';

const on = setUpDeliveries();
const stateOf = async (id: string) => (await getDelivery(on.db, id)).state;
const conflict = expect.objectContaining({ code: 'CONFLICT' });

describe('by hand', () => {
  test('a failed one is sent again with the same key and a new schedule, and the audit log says who did it', async () => {
    let healthy = false;
    const receiver = await on.crm((response) => response.writeHead(healthy ? 200 : 500).end());
    const { id, event } = await on.sent(receiver.url);
    await deliverAll(on.pool, { waits: [0] });
    expect(await stateOf(id)).toBe('failed');
    healthy = true;
    await sendAgain(testChanges(on.db), id);
    expect(await outcomeOf(on.db, event.id)).toBe('sending');
    await deliverAll(on.pool, { waits: [0] });
    expect(await getDelivery(on.db, id)).toMatchObject({ state: 'delivered', tries: 3 });
    expect(new Set(receiver.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    const audit = await on.db.auditEntry.findFirstOrThrow({ where: { subjectId: id } });
    expect(audit).toMatchObject({
      action: 'delivery.resend',
      before: { state: 'failed' },
      after: { state: 'waiting' },
    });
  });

  test('what is on its way or superseded cannot be sent again, and only what failed or is in doubt can be skipped', async () => {
    const receiver = await on.crm();
    const { id } = await on.sent(receiver.url);
    await expect(sendAgain(testChanges(on.db), id)).rejects.toEqual(conflict);
    await expect(skipDelivery(testChanges(on.db), id)).rejects.toEqual(conflict);
    await deliverAll(on.pool);
    await expect(skipDelivery(testChanges(on.db), id)).rejects.toEqual(conflict);
    await expect(sendAgain(testChanges(on.db), on.connection)).rejects.toBeInstanceOf(AppError);
  });
});
