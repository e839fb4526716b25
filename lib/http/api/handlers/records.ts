import { seesPersonal } from '#lib/auth/sees-personal.ts';
import { foundRecords } from '#lib/events/found-records.ts';
import { getRecord } from '#lib/records/get-record.ts';
import { procedure } from '../procedure.ts';

export const recordHandlers = {
  found: procedure.records.found.handler(async ({ context: { services, actor }, input }) =>
    foundRecords(services.db, input, { personal: await seesPersonal(services.db, actor) }),
  ),
  get: procedure.records.get.handler(async ({ context: { services, actor }, input }) =>
    getRecord(services.db, input.id, { personal: await seesPersonal(services.db, actor) }),
  ),
};
