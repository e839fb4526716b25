import { seesPersonal } from '#lib/auth/sees-personal.ts';
import { chooseRows } from '#lib/bulk/choose-rows.ts';
import { createBulkOfSelection } from '#lib/bulk/create-bulk.ts';
import { finishBulk } from '#lib/bulk/finish-bulk.ts';
import { getBulk } from '#lib/bulk/get-bulk.ts';
import { getRow } from '#lib/bulk/get-row.ts';
import { listBulks } from '#lib/bulk/list-bulks.ts';
import { listRows } from '#lib/bulk/list-rows.ts';
import { matchColumns } from '#lib/bulk/match-columns.ts';
import { removeBulk } from '#lib/bulk/remove-bulk.ts';
import { startBulk } from '#lib/bulk/start-bulk.ts';
import { stopBulk } from '#lib/bulk/stop-bulk.ts';
import { tryAgain } from '#lib/bulk/try-again.ts';
import { waitingBulks } from '#lib/bulk/waiting-bulks.ts';
import { changing } from '../changing.ts';
import { type ApiContext, procedure } from '../procedure.ts';

async function detail({ services: { db }, actor }: ApiContext, id: string) {
  return getBulk(db, id, { personal: await seesPersonal(db, actor) });
}

export const bulkHandlers = {
  list: procedure.bulk.list.handler(({ context, input }) => listBulks(context.services.db, input)),
  create: procedure.bulk.create.handler(async ({ context, input }) =>
    detail(context, await createBulkOfSelection(changing(context), input)),
  ),
  waiting: procedure.bulk.waiting.handler(async ({ context }) => ({
    count: await waitingBulks(context.services.db),
  })),
  get: procedure.bulk.get.handler(({ context, input }) => detail(context, input.id)),
  match: procedure.bulk.match.handler(async ({ context, input }) => {
    await matchColumns(changing(context), input);
    return detail(context, input.id);
  }),
  rows: procedure.bulk.rows.handler(async ({ context, input }) => {
    const { db } = context.services;
    return listRows(db, input, { personal: await seesPersonal(db, context.actor) });
  }),
  row: procedure.bulk.row.handler(async ({ context, input }) => {
    const { db } = context.services;
    return getRow(db, input, { personal: await seesPersonal(db, context.actor) });
  }),
  choose: procedure.bulk.choose.handler(async ({ context, input }) => ({
    count: await chooseRows(changing(context), input),
  })),
  start: procedure.bulk.start.handler(async ({ context, input }) => {
    await startBulk(changing(context), input);
    return detail(context, input.id);
  }),
  stop: procedure.bulk.stop.handler(async ({ context, input }) => {
    await stopBulk(changing(context), input.id);
    return detail(context, input.id);
  }),
  finish: procedure.bulk.finish.handler(async ({ context, input }) => {
    await finishBulk(changing(context), input.id);
    return detail(context, input.id);
  }),
  again: procedure.bulk.again.handler(async ({ context, input }) => {
    await tryAgain(changing(context), input);
    return detail(context, input.id);
  }),
  remove: procedure.bulk.remove.handler(async ({ context, input }) => {
    await removeBulk(changing(context), input.id);
    return { id: input.id };
  }),
};
