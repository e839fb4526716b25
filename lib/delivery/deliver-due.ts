import { setImmediate as nextTurn } from 'node:timers/promises';
import { Prisma } from '#lib/db/generated/client.ts';
import { type Bell, createBell } from './bell.ts';
import { claimDeliveries } from './claim-deliveries.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { sendDelivery } from './send-delivery.ts';
import { runOn } from './settle-events.ts';

/**
 * Sends what is due, up to `concurrency` at once, until nothing is due that this process can take or `signal`
 * aborts; then what is under way is finished. While it waits for answers, `bell` has it look again. Gives the milliseconds until the next one is due by the database's
 * clock, null where none waits for its time. Throws where the database is away, after what was under way has ended.
 */
export async function deliverDue(
  context: DeliveryContext,
  {
    signal,
    bell = createBell(),
    concurrency = 16,
  }: { signal: AbortSignal; bell?: Bell; concurrency?: number },
): Promise<number | null> {
  const underWay = new Set<Promise<void>>();
  let ended = 0;
  try {
    while (!signal.aborted) {
      const endedBefore = ended;
      const claimed = await claimDeliveries(context, concurrency - underWay.size);
      for (const delivery of claimed) {
        const sent = sendDelivery(context, delivery)
          .then((result) => context.record(result))
          .finally(() => {
            context.inFlight.delete(delivery.id);
            underWay.delete(sent);
            ended += 1;
          });
        underWay.add(sent);
      }
      // One that ended while the claim was looking may have made others due that the claim did not see.
      const wentUnseen = ended > endedBefore && underWay.size < concurrency;
      if (wentUnseen || (claimed.length > 0 && underWay.size < concurrency)) continue;
      if (underWay.size === 0) break;
      await Promise.race([...underWay, bell.heard()]);
      // Those written together end together: one look for all of them.
      await nextTurn();
    }
  } finally {
    await Promise.allSettled(underWay);
  }
  return signal.aborted ? null : nextDue(context);
}

async function nextDue({ pool }: DeliveryContext): Promise<number | null> {
  const [next] = await runOn(pool)<{ ms: number | null }>(Prisma.sql`
    SELECT extract(epoch FROM min(due_at) - now())::float8 * 1000 AS ms FROM delivery
    WHERE state IN ('waiting', 'retrying') AND due_at > now()`);
  return next?.ms ?? null;
}
