import { getDelivery } from '#lib/delivery/get-delivery.ts';
import { listDeliveries } from '#lib/delivery/list-deliveries.ts';
import { sendAgain } from '#lib/delivery/send-again.ts';
import { skipDelivery } from '#lib/delivery/skip-delivery.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const deliveryHandlers = {
  list: procedure.deliveries.list.handler(({ context, input }) => listDeliveries(context.services.db, input)),
  get: procedure.deliveries.get.handler(({ context, input }) => getDelivery(context.services.db, input.id)),
  sendAgain: procedure.deliveries.sendAgain.handler(async ({ context, input }) => {
    await sendAgain(changing(context), input.id);
    return getDelivery(context.services.db, input.id);
  }),
  skip: procedure.deliveries.skip.handler(async ({ context, input }) => {
    await skipDelivery(changing(context), input.id);
    return getDelivery(context.services.db, input.id);
  }),
};
