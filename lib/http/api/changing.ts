import { recordAudit } from '#lib/audit/audit.ts';
import type { ApiContext } from './procedure.ts';

/** What a change by hand needs, from the context of the request. */
export function changing({ services, actor, requestId, address }: ApiContext) {
  return { db: services.db, box: services.box, audit: recordAudit, actor, requestId, address };
}
