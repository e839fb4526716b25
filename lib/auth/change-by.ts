import type { AuditRecord } from '#lib/audit/audit.ts';

/** Who makes a change, and by which request, for the audit log. */
export type ChangeBy = Pick<AuditRecord, 'actor' | 'requestId' | 'address'>;
