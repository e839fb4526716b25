import { eventTypes } from '#lib/catalog/registry.ts';
import { getEvent } from '#lib/events/get-event.ts';
import { listEvents } from '#lib/events/list-events.ts';
import { applyAgain } from '#lib/records/apply-again.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const eventHandlers = {
  list: procedure.events.list.handler(({ context, input }) => listEvents(context.services.db, input)),
  get: procedure.events.get.handler(({ context, input }) => getEvent(context.services.db, input.id)),
  applyAgain: procedure.events.applyAgain.handler(async ({ context, input }) => {
    await applyAgain(changing(context), input.id);
    return getEvent(context.services.db, input.id);
  }),
  types: procedure.events.types.handler(() => ({
    items: eventTypes.map(({ name, label, source, guideStage, deprecated }) => ({
      name,
      label,
      source,
      guideStage,
      deprecated: deprecated !== undefined,
    })),
  })),
};
