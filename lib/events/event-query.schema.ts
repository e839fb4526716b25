import { z } from 'zod';
import { ranges } from './event-range.schema.ts';
import { eventFilterSchema } from './events.contract.ts';

export { eventFilterOf, rangeHours, ranges } from './event-range.schema.ts';

/**
 * The filters of the event log as its address has them: each under the name that the API's filter gives it, besides
 * `range` for a time range that moves (`from` and `to` are fixed ones). Saved views and exports read the same.
 * `ids` is no filter that anybody keeps.
 */
export const eventQuerySchema = eventFilterSchema
  .omit({ ids: true })
  .extend({ range: z.enum(ranges).optional() })
  .strict()
  .refine(({ range, from, to }) => !range || (!from && !to), 'Give either a range, or from and to');

export type EventQuery = z.infer<typeof eventQuerySchema>;
