import { z } from 'zod';
import { contract, idSchema } from '#lib/http/contract-base.ts';
import { themes, timeDisplays, timeZoneSchema } from './preferences.schema.ts';

const viewsSchema = z.object({ events: idSchema.optional(), cancellations: idSchema.optional() });

/** Preferences in full, with what holds where nothing was chosen. */
export const shownPreferencesSchema = z.object({
  /** An IANA name; null: the browser's own zone. */
  timeZone: z.string().nullable(),
  times: z.enum(timeDisplays),
  theme: z.enum(themes),
  /** The saved view that each list opens with; a list without one opens unfiltered. */
  defaultViews: viewsSchema,
});
export type ShownPreferences = z.infer<typeof shownPreferencesSchema>;

/** What may be changed at once; what is left out stays. */
export const preferenceChangeSchema = z
  .object({
    timeZone: timeZoneSchema.nullable(),
    times: z.enum(timeDisplays),
    theme: z.enum(themes),
    /** Null: the list opens unfiltered again. */
    defaultViews: z.object({ events: idSchema.nullable(), cancellations: idSchema.nullable() }).partial(),
  })
  .partial();

export const preferencesContract = {
  get: contract
    .route({ method: 'GET', path: '/me/preferences', summary: 'How I want to see things', tags: ['me'] })
    .meta({ role: 'viewer' })
    .output(shownPreferencesSchema),
  save: contract
    .route({
      method: 'PATCH',
      path: '/me/preferences',
      summary: 'Change how I want to see things; what is left out stays',
      tags: ['me'],
    })
    .meta({ role: 'viewer' })
    .input(preferenceChangeSchema)
    .output(shownPreferencesSchema),
};
