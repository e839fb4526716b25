import type { Actor } from '#lib/audit/audit.ts';
import type { EnerfloAccess } from '#lib/enerflo/enerflo-call.ts';
import type { RecordProjection } from '#lib/records/store-observations.ts';

/** What doing something in Enerflo needs: the process's means, and who does it. */
export type ActionContext = EnerfloAccess & {
  actor: Actor;
  requestId?: string | null;
  address?: string | null;
  /** What is kept of records besides themselves (lib/runtime/projections.ts): brought up to date with what we wrote. */
  projections?: readonly RecordProjection[];
};
