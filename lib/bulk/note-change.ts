import type { AuditAction } from '#lib/audit/actions.ts';
import type { Tx } from '#lib/db/database.ts';
import type { JsonObject } from '#lib/json.ts';
import type { BulkContext } from './bulk-context.ts';

/** Writes what a person did with a bulk into the audit log, in the transaction of the change. */
export async function noteChange(
  tx: Tx,
  { actor, audit, requestId, address }: BulkContext,
  action: AuditAction,
  id: string,
  after: JsonObject,
): Promise<void> {
  await audit(tx, { actor, action, subjectKind: 'bulk', subjectId: id, after, requestId, address });
}
