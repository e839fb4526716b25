import { z } from 'zod';

export const timeDisplays = ['relative', 'exact'] as const;
export const themes = ['light', 'dark', 'system'] as const;

/** An IANA time zone that this runtime knows, such as `America/New_York`. */
export const timeZoneSchema = z
  .string()
  .max(60)
  .refine(isTimeZone, 'There is no time zone of this name; choose one from the list');

const kept = <T extends z.ZodType>(shape: T) => shape.nullable().catch(null).default(null);

/**
 * How a person wants to see things, as table user keeps it; null is "never chosen": the zone is then the browser's,
 * times are relative, the theme is that of the browser's cookie or the system's. A value without a shape that this
 * version knows counts as never chosen, so that reading never fails.
 */
export const preferencesSchema = z
  .object({
    timeZone: kept(timeZoneSchema),
    times: kept(z.enum(timeDisplays)),
    theme: kept(z.enum(themes)),
    /** By list, the id of the saved view that it opens with. */
    defaultViews: z
      .object({ events: kept(z.uuid()), cancellations: kept(z.uuid()) })
      .catch({ events: null, cancellations: null })
      .prefault({}),
  })
  .catch({ timeZone: null, times: null, theme: null, defaultViews: { events: null, cancellations: null } });
export type Preferences = z.infer<typeof preferencesSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
