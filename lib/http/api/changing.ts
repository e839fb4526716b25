import { recordAudit } from '#lib/audit/audit.ts';
import type { AllowedContext } from './procedure.ts';

/** What a change by hand needs, from the context of the request. */
export function changing({ services, actor, requestId }: AllowedContext) {
  return { db: services.db, box: services.box, audit: recordAudit, actor, requestId };
}
