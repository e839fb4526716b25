import { seesPersonal } from '#lib/auth/sees-personal.ts';
import { eventTypes } from '#lib/catalog/registry.ts';
import { compareEvents } from '#lib/events/compare-events.ts';
import { copyDifferences } from '#lib/events/copy-differences.ts';
import { countEvents } from '#lib/events/count-events.ts';
import { eventNeighbours } from '#lib/events/event-neighbours.ts';
import { fieldHint } from '#lib/events/field-hint.ts';
import { getEvent } from '#lib/events/get-event.ts';
import { handleEvents, unhandleEvents } from '#lib/events/handle-events.ts';
import { listEvents } from '#lib/events/list-events.ts';
import { applyAgain } from '#lib/records/apply-again.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const eventHandlers = {
  list: procedure.events.list.handler(async ({ context, input }) => {
    const { db } = context.services;
    return listEvents(db, input, { personal: await seesPersonal(db, context.actor) });
  }),
  count: procedure.events.count.handler(async ({ context, input }) => {
    const { db } = context.services;
    return countEvents(db, input, { personal: await seesPersonal(db, context.actor) });
  }),
  fieldHint: procedure.events.fieldHint.handler(async ({ context, input }) => {
    const { db } = context.services;
    return fieldHint(db, input, { personal: await seesPersonal(db, context.actor) });
  }),
  handle: procedure.events.handle.handler(({ context, input }) => handleEvents(changing(context), input)),
  unhandle: procedure.events.unhandle.handler(({ context, input }) =>
    unhandleEvents(changing(context), input),
  ),
  get: procedure.events.get.handler(({ context, input }) => getEvent(context.services.db, input.id)),
  neighbours: procedure.events.neighbours.handler(async ({ context, input }) => {
    const { db } = context.services;
    return eventNeighbours(db, input.id, { personal: await seesPersonal(db, context.actor) });
  }),
  compare: procedure.events.compare.handler(async ({ context, input }) => {
    const { db } = context.services;
    return compareEvents(db, input, { personal: await seesPersonal(db, context.actor) });
  }),
  copyDifferences: procedure.events.copyDifferences.handler(async ({ context, input }) => {
    const { db } = context.services;
    return copyDifferences(db, input, { personal: await seesPersonal(db, context.actor) });
  }),
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
