import { sources } from '#lib/catalog/event-type.ts';
import { env } from '#lib/env.ts';
import { changeSetting, readSetting } from '#lib/settings/settings.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const settingHandlers = {
  connections: procedure.settings.connections.handler(async ({ context }) => {
    const rows = await context.services.db.connection.findMany({
      orderBy: [{ environment: 'asc' }, { source: 'asc' }, { name: 'asc' }],
    });
    const items = rows.flatMap(({ id, source, environment, name }) => {
      const known = sources.find((each) => each === source);
      return known
        ? [
            {
              id,
              source: known,
              environment: environment === 'sandbox' ? ('sandbox' as const) : ('production' as const),
              name,
            },
          ]
        : [];
    });
    return { items };
  }),
  outboundAllow: procedure.settings.outboundAllow.handler(async ({ context }) => ({
    addresses: (await readSetting(context.services.db, 'outboundAllow')) ?? [],
    fromEnvironment: env().OUTBOUND_ALLOW,
  })),
  saveOutboundAllow: procedure.settings.saveOutboundAllow.handler(async ({ context, input }) => {
    await context.services.db.$transaction((tx) =>
      changeSetting(tx, 'outboundAllow', input.addresses, changing(context)),
    );
    return { addresses: input.addresses, fromEnvironment: env().OUTBOUND_ALLOW };
  }),
};
