import { getPreferences, savePreferences } from '#lib/auth/preferences.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const preferenceHandlers = {
  get: procedure.preferences.get.handler(({ context }) => getPreferences(context.services.db, context.actor)),
  save: procedure.preferences.save.handler(({ context, input }) => savePreferences(changing(context), input)),
};
