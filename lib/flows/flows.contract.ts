import { z } from 'zod';
import { contract, idSchema } from '#lib/http/contract-base.ts';
import { mappingRowsSchema } from '#lib/mapping/mapping.schema.ts';
import { flowDetailSchema, flowInputSchema, flowItemSchema } from './flow.schema.ts';

const typeOfAccount = z.object({ connectionId: idSchema, type: z.string().min(1).max(200) });

/** What a preview or a field list was made from. */
const originSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), eventId: z.string(), receivedAt: z.string() }),
  z.object({ kind: z.literal('sample'), title: z.string() }),
  z.object({ kind: z.literal('none') }),
]);

const mappableFieldSchema = z.object({
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('record'), record: z.string(), field: z.string() }),
    z.object({ kind: z.literal('field'), path: z.string() }),
  ]),
  /** `Enerflo customer`, or `Data` for the payload's own fields. */
  group: z.string(),
  label: z.string(),
  /** The value it has in the latest event, or in the sample, shortened; null where there is none. */
  sample: z.string().nullable(),
});
export type MappableField = z.infer<typeof mappableFieldSchema>;

export const flowsContract = {
  list: contract
    .route({ method: 'GET', path: '/flows', summary: 'Flows', tags: ['flows'] })
    .meta({ role: 'viewer' })
    .output(z.object({ items: z.array(flowItemSchema) })),
  get: contract
    .route({
      method: 'GET',
      path: '/flows/{id}',
      summary: 'One flow with the version that runs',
      tags: ['flows'],
    })
    .meta({ role: 'viewer' })
    .input(z.object({ id: idSchema }))
    .output(flowDetailSchema),
  create: contract
    .route({ method: 'POST', path: '/flows', summary: 'Make a flow', tags: ['flows'] })
    .meta({ role: 'editor' })
    .input(flowInputSchema)
    .output(flowDetailSchema),
  change: contract
    .route({
      method: 'PUT',
      path: '/flows/{id}',
      summary: 'Publish a new version of a flow',
      tags: ['flows'],
    })
    .meta({ role: 'editor' })
    .input(flowInputSchema.extend({ id: idSchema }))
    .output(flowDetailSchema),
  setEnabled: contract
    .route({
      method: 'POST',
      path: '/flows/{id}/enabled',
      summary: 'Switch a flow on or off',
      tags: ['flows'],
    })
    .meta({ role: 'editor' })
    .input(z.object({ id: idSchema, enabled: z.boolean() }))
    .output(flowDetailSchema),
  fields: contract
    .route({
      method: 'GET',
      path: '/mappable-fields',
      summary: 'Fields that an event of a type offers',
      tags: ['flows'],
    })
    .meta({ role: 'viewer' })
    .input(typeOfAccount)
    .output(z.object({ origin: originSchema, fields: z.array(mappableFieldSchema) })),
  preview: contract
    .route({
      method: 'POST',
      path: '/mapping-preview',
      summary: 'The body that rows would send',
      tags: ['flows'],
    })
    .meta({ role: 'viewer' })
    .input(typeOfAccount.extend({ rows: mappingRowsSchema }))
    .output(
      z.object({
        origin: originSchema,
        body: z.unknown(),
        problems: z.array(z.object({ row: z.number().int(), message: z.string() })),
        /** Targets of rows whose field this event does not have. */
        absent: z.array(z.string()),
      }),
    ),
};
