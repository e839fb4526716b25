import { env } from '#lib/env.ts';
import { catchUpCost } from '#lib/readings/catch-up-cost.ts';
import { caughtUpSince } from '#lib/readings/caught-up-since.ts';
import { goOnReading, startReading, stopReading } from '#lib/readings/change-reading.ts';
import { listFindings } from '#lib/readings/list-findings.ts';
import { getReading, listReadings } from '#lib/readings/reading-row.ts';
import { waitingReadings } from '#lib/readings/waiting-readings.ts';
import { lastWanted, stopWaiting, wantInstall } from '#lib/readings/want-install.ts';
import { projections } from '#lib/runtime/projections.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

const enerfloUrl = () => env().ENERFLO_BASE_URL;

export const readingHandlers = {
  list: procedure.readings.list.handler(({ context, input }) => listReadings(context.services.db, input)),
  waiting: procedure.readings.waiting.handler(({ context }) => waitingReadings(context.services.db)),
  get: procedure.readings.get.handler(({ context, input }) => getReading(context.services.db, input.id)),
  findings: procedure.readings.findings.handler(async ({ context, input }) => {
    await getReading(context.services.db, input.id);
    return listFindings(context.services.db, input);
  }),
  caughtUp: procedure.readings.caughtUp.handler(async ({ context, input }) => ({
    items: await caughtUpSince(context.services.db, input.id),
  })),
  catchUpCost: procedure.readings.catchUpCost.handler(({ context, input }) =>
    catchUpCost(context.services.db, input),
  ),
  start: procedure.readings.start.handler(({ context, input }) => startReading(changing(context), input)),
  stop: procedure.readings.stop.handler(({ context, input }) => stopReading(changing(context), input.id)),
  goOn: procedure.readings.goOn.handler(({ context, input }) => goOnReading(changing(context), input.id)),
  wantInstall: procedure.readings.wantInstall.handler(({ context, input }) => {
    const { db, pool, box } = context.services;
    const trying = { access: { db, pool, box }, projections: projections.records };
    return wantInstall({ change: changing(context), trying, enerfloUrl: enerfloUrl() }, input);
  }),
  wanted: procedure.readings.wanted.handler(({ context, input }) =>
    lastWanted(context.services.db, input, enerfloUrl()),
  ),
  stopWaiting: procedure.readings.stopWaiting.handler(({ context, input }) =>
    stopWaiting(changing(context), input.id, enerfloUrl()),
  ),
};
