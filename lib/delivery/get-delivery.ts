import type { Db } from '#lib/db/database.ts';
import { type Attempt, Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { withHomeowners } from '#lib/records/with-homeowners.ts';
import {
  type AttemptDto,
  attemptSchema,
  type DeliveryDetail,
  deliveryDetailSchema,
} from './delivery.schema.ts';
import { type DeliveryRow, deliveryColumns, deliveryItem, deliveryTables } from './delivery-row.ts';
import { type DeliveryState, resendable, skippable } from './delivery-states.ts';

type DetailRow = DeliveryRow & {
  flowVersion: number;
  ordering: string;
  idempotencyKey: string;
  waitingBehind: number;
  overtaken: boolean;
};

/** One delivery with all its tries, newest first. Throws AppError NOT_FOUND. */
export async function getDelivery(db: Db, id: string): Promise<DeliveryDetail> {
  const [row] = await db.$queryRaw<DetailRow[]>(Prisma.sql`
    SELECT ${deliveryColumns}, v.number AS "flowVersion", s.ordering, d.idempotency_key AS "idempotencyKey",
           (SELECT count(*)::int FROM delivery o WHERE o.order_key = d.order_key AND o.event_id > d.event_id
              AND o.state IN ('waiting', 'retrying') AND s.ordering = 'every') AS "waitingBehind",
           s.ordering = 'latest' AND EXISTS (SELECT FROM delivery o WHERE o.order_key = d.order_key
              AND o.event_id > d.event_id AND o.state <> 'skipped') AS overtaken
    FROM ${deliveryTables}
    JOIN step s ON s.id = d.step_id
    JOIN flow_version v ON v.id = s.flow_version_id
    WHERE d.id = ${id}::uuid`);
  if (!row) throw new AppError('NOT_FOUND', 'There is no such delivery.');
  const attempts = await db.attempt.findMany({ where: { deliveryId: id }, orderBy: { number: 'desc' } });
  const { flowVersion, ordering, idempotencyKey, waitingBehind, overtaken, ...item } = row;
  const [told = item] = await withHomeowners(db, [item], ({ eventId }) => eventId);
  return deliveryDetailSchema.parse({
    ...deliveryItem(told),
    flowVersion,
    ordering,
    idempotencyKey,
    canSendAgain: isOneOf(resendable, row.state) && !overtaken,
    canSkip: isOneOf(skippable, row.state),
    waitingBehind: isOneOf(['delivered', 'superseded', 'skipped'], row.state) ? 0 : waitingBehind,
    attempts: attempts.map(serializeAttempt),
  });
}

function isOneOf(states: readonly DeliveryState[], state: DeliveryState): boolean {
  return states.includes(state);
}

function serializeAttempt({ deliveryId: _, startedAt, endedAt, ...row }: Attempt): AttemptDto {
  return attemptSchema.parse({
    ...row,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  });
}
