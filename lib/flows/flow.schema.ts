import { z } from 'zod';
import { destinationInputSchema, destinationSchema } from '#lib/destinations/destination.schema.ts';
import { mappingRowsSchema } from '#lib/mapping/mapping.schema.ts';
import { mappingProblems } from '#lib/mapping/mapping-problems.ts';

/** How deliveries of one record follow each other, with the words of the form. */
export const orderings = {
  every: {
    label: 'Every event, in order',
    meaning: 'A later event of the same record waits until the earlier one is through.',
  },
  latest: {
    label: 'Latest state only',
    meaning: 'A newer event of the same record takes the place of one still waiting.',
  },
} as const;
export type Ordering = keyof typeof orderings;
const ordering = z.enum(['every', 'latest'] as const satisfies readonly Ordering[]);

const eventTypes = z
  .array(z.string().min(1).max(200))
  .min(1, 'Choose at least one type of event.')
  .max(100)
  .transform((names) => [...new Set(names)]);

const rows = mappingRowsSchema.min(1, 'Map at least one field.').superRefine((all, context) => {
  for (const { row, message } of mappingProblems(all)) {
    context.addIssue({ code: 'custom', path: [row, 'target'], message });
  }
});

/** A flow as the form sends it: when these events arrive, send this body there. */
export const flowInputSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the flow a name.').max(100),
  /** The account whose events start it. */
  connectionId: z.guid(),
  eventTypes,
  destination: destinationInputSchema,
  rows,
  ordering,
});

/** A flow in a list. */
export const flowItemSchema = z.object({
  id: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  connectionId: z.string(),
  connectionName: z.string(),
  source: z.string(),
  environment: z.string(),
  eventTypes: z.array(z.string()),
  /** The number of the version that runs. */
  version: z.number().int(),
  ordering,
  destinationName: z.string(),
  createdAt: z.string(),
});

/** A flow with everything the form shows. There are no conditions yet, so `condition` is null. */
export const flowDetailSchema = flowItemSchema.extend({
  condition: z.null(),
  destination: destinationSchema,
  rows: mappingRowsSchema,
  publishedAt: z.string(),
});

export type FlowInput = z.infer<typeof flowInputSchema>;
export type FlowItem = z.infer<typeof flowItemSchema>;
export type FlowDetail = z.infer<typeof flowDetailSchema>;
