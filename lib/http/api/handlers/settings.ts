import { env } from '#lib/env.ts';
import { changeSetting, readSetting } from '#lib/settings/settings.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const settingHandlers = {
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
  personalValues: procedure.settings.personalValues.handler(async ({ context }) => ({
    hiddenFromViewers: (await readSetting(context.services.db, 'hidePersonalFromViewers')) ?? false,
  })),
  savePersonalValues: procedure.settings.savePersonalValues.handler(async ({ context, input }) => {
    await context.services.db.$transaction((tx) =>
      changeSetting(tx, 'hidePersonalFromViewers', input.hiddenFromViewers, changing(context)),
    );
    return input;
  }),
};
