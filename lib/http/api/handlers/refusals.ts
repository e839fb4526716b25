import { getRefusal, listRefusals } from '#lib/ingest/list-refusals.ts';
import { dropRefusal, releaseRefusal } from '#lib/ingest/release-refusal.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const refusalHandlers = {
  list: procedure.refusals.list.handler(({ context, input }) => listRefusals(context.services.db, input)),
  counts: procedure.refusals.counts.handler(async ({ context }) => ({
    open: await context.services.db.refusal.count({ where: { state: 'open' } }),
  })),
  get: procedure.refusals.get.handler(({ context, input }) => getRefusal(context.services.db, input.id)),
  release: procedure.refusals.release.handler(({ context, input }) =>
    releaseRefusal(context.services.db, context.services.ingest, input, changing(context)),
  ),
  drop: procedure.refusals.drop.handler(async ({ context, input }) => {
    await dropRefusal(context.services.db, input.id, changing(context));
    return { state: 'dropped' as const };
  }),
};
