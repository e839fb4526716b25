import type { Actor, recordAudit } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';

/** What changing something by hand needs: where, who, and how it is written down. */
export type ChangeContext = {
  db: Db;
  audit: typeof recordAudit;
  actor: Actor;
  requestId?: string | null;
  address?: string | null;
};

/** Changing a flow can also seal a destination's secret. */
export type FlowContext = ChangeContext & { box: SecretBox };
