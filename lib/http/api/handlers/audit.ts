import { listActors } from '#lib/audit/list-actors.ts';
import { getAuditEntry, listAudit } from '#lib/audit/list-audit.ts';
import { procedure } from '../procedure.ts';

export const auditHandlers = {
  list: procedure.audit.list.handler(({ context, input }) => listAudit(context.services.db, input)),
  get: procedure.audit.get.handler(({ context, input }) => getAuditEntry(context.services.db, input.id)),
  actors: procedure.audit.actors.handler(async ({ context }) => ({
    items: await listActors(context.services.db),
  })),
};
