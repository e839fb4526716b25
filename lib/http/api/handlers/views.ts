import { countViews } from '#lib/views/count-views.ts';
import { listViews } from '#lib/views/list-views.ts';
import { changeView, createView, deleteView } from '#lib/views/save-view.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const viewHandlers = {
  list: procedure.views.list.handler(async ({ context, input }) => ({
    items: await listViews(context.services.db, input.list, context.actor),
  })),
  counts: procedure.views.counts.handler(async ({ context, input }) => ({
    items: await countViews(context.services.db, input.list, context.actor),
  })),
  create: procedure.views.create.handler(({ context, input }) => createView(changing(context), input)),
  change: procedure.views.change.handler(({ context, input }) => changeView(changing(context), input)),
  delete: procedure.views.delete.handler(async ({ context, input }) => {
    await deleteView(changing(context), input.id);
    return { id: input.id };
  }),
};
