import { z } from 'zod';
import { parseInput } from '#lib/auth/parse-input.ts';
import { timeZoneSchema } from '#lib/auth/preferences.schema.ts';
import { eventFilterOf, eventQuerySchema } from './event-query.schema.ts';
import type { EventFilter } from './list-events.ts';

export const exportFormats = ['jsonl', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const formSchema = z.object({
  format: z.enum(exportFormats, 'must be jsonl or csv'),
  /** Whether lines of JSON hold each event's data as it came, besides what was read of it. */
  payload: z.enum(['yes', 'no']).default('yes'),
  /** The zone of a CSV's second time column; the reader's own where it is left out. */
  zone: timeZoneSchema.optional(),
});
const idsSchema = z.strictObject({ ids: z.array(z.uuid('must be ids of events')).max(1_000) });

/**
 * What is to be exported: `format`, `payload` and `zone`, and either `ids` (with commas, or several times) or the
 * filters of the log under the names that its address has. `now` (milliseconds since 1970) is where a range ends.
 * Throws AppError INVALID.
 */
export function parseExport(
  params: URLSearchParams,
  now: number,
): z.infer<typeof formSchema> & { filter: EventFilter } {
  const filled = [...params].filter(([, value]) => value !== '');
  const { format, payload, zone, ...query } = Object.fromEntries(filled);
  const form = parseInput(formSchema, { format, payload, zone });
  const filter = query.ids
    ? parseInput(idsSchema, { ...query, ids: params.getAll('ids').join(',').split(',') })
    : eventFilterOf(parseInput(eventQuerySchema, query), now);
  return { ...form, filter };
}
