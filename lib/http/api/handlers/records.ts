import { seesPersonal } from '#lib/auth/sees-personal.ts';
import { getRecord } from '#lib/records/get-record.ts';
import { procedure } from '../procedure.ts';

export const recordHandlers = {
  get: procedure.records.get.handler(async ({ context: { services, actor }, input }) =>
    getRecord(services.db, input.id, { personal: await seesPersonal(services.db, actor) }),
  ),
};
