import type { Actor, recordAudit } from '#lib/audit/audit.ts';
import type { EnerfloAccess } from '#lib/enerflo/enerflo-call.ts';

/** What changing a bulk by hand needs: where, who, and how it is written down. */
export type BulkContext = Pick<EnerfloAccess, 'db'> & {
  actor: Actor;
  audit: typeof recordAudit;
  requestId?: string | null;
  address?: string | null;
};
