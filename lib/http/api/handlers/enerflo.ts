import { accountApi } from '#lib/enerflo/account-api.ts';
import { findChoices } from '#lib/enerflo/choices/find-choices.ts';
import { setAccountSettings } from '#lib/enerflo/set-account-settings.ts';
import { testAccount } from '#lib/enerflo/test-account.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const enerfloHandlers = {
  account: procedure.enerflo.account.handler(({ context, input }) => accountApi(context.services, input.id)),
  setSettings: procedure.enerflo.setSettings.handler(async ({ context, input }) => {
    await setAccountSettings(changing(context), input);
    return accountApi(context.services, input.id);
  }),
  test: procedure.enerflo.test.handler(({ context, input }) => testAccount(context.services, input.id)),
  choices: procedure.enerflo.choices.handler(({ context, input }) => findChoices(context.services, input)),
};
