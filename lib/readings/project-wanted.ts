import { Prisma } from '#lib/db/generated/client.ts';
import type { EventProjection } from '#lib/records/apply-events.ts';

const telling = new Set([
  'enerflo.v1.new_install',
  'enerflo.v1.submit_install',
  'enerflo.v1.update_install',
  'enerflo.v1.restore_install',
]);

/**
 * Has installs that are waited for tried at once when an event of such an install came. The captured form of these
 * events does not tell the deal's id in Enerflo 2.0: a new install that names no such deal may be any that is waited
 * for at its account, and those not tried for five minutes are.
 */
export const projectWanted: EventProjection = async (tx, applied) => {
  const told = applied.filter(({ type }) => telling.has(type));
  if (told.length === 0) return;
  const rows = told.flatMap(({ connectionId, type, effects }) => {
    const install = effects.find(({ kind }) => kind === 'enerflo.install');
    const deals = [install?.after.v2DealId, install?.after.dealId].filter((id) => typeof id === 'string');
    const any = type === 'enerflo.v1.new_install' && typeof install?.after.v2DealId !== 'string';
    return install ? [{ connectionId, installId: install.externalId, deals, any }] : [];
  });
  await tx.$executeRaw(Prisma.sql`
    UPDATE wanted_install w SET due_at = clock_timestamp()
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS t("connectionId" uuid, "installId" text, deals text[], "any" boolean)
    WHERE w.state = 'waiting' AND w.connection_id = t."connectionId"
      AND (w.install_id = t."installId" OR w.deal_id = ANY (t.deals)
           OR (t."any" AND w.deal_id IS NOT NULL AND w.due_at > clock_timestamp() + interval '1 minute'))`);
};
