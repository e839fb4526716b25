import { z } from 'zod';
import { contract, idSchema, pageQuery, pageSchema } from '#lib/http/contract-base.ts';
import {
  bulkColumnsSchema,
  bulkDetailSchema,
  bulkItemSchema,
  bulkRowDetailSchema,
  bulkRowSchema,
} from './bulk.schema.ts';
import { againStates, bulkStateNames, rowStateNames } from './bulk-states.ts';

const one = z.object({ id: idSchema });
const tags = ['do in Enerflo for many at once'];
const name = z.string().trim().min(1).max(120);
const value = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]);

/** Uploading a file and the result file are routes of their own: POST /bulk/upload and GET /bulk/{id}/result. */
export const bulkContract = {
  list: contract
    .route({ method: 'GET', path: '/bulk', summary: 'What was done for many at once, newest first', tags })
    .meta({ role: 'viewer' })
    .input(
      z.object({
        connectionId: z.guid().optional(),
        operation: z.string().optional(),
        state: z.enum(bulkStateNames).optional(),
        ...pageQuery,
      }),
    )
    .output(pageSchema(bulkItemSchema)),
  create: contract
    .route({
      method: 'POST',
      path: '/bulk',
      summary: 'One operation for a selection; sends nothing before it is started',
      tags,
    })
    .meta({ role: 'operator' })
    .input(
      z.object({
        connectionId: z.guid(),
        operation: z.string().min(1).max(100),
        name: name.optional(),
        /** One row each, by field of the operation. */
        items: z
          .array(z.record(z.string().max(100), value))
          .min(1)
          .max(10_000)
          .optional(),
        /** Instead: a row for each record that these events are about. */
        eventIds: z.array(idSchema).min(1).max(1_000).optional(),
        timeZone: z.string().max(60).optional(),
      }),
    )
    .output(bulkDetailSchema),
  waiting: contract
    .route({
      method: 'GET',
      path: '/bulk/waiting',
      summary: 'How many bulks of production stopped by themselves',
      tags,
    })
    .meta({ role: 'viewer' })
    .output(z.object({ count: z.int() })),
  get: contract
    .route({ method: 'GET', path: '/bulk/{id}', summary: 'One bulk with its progress', tags })
    .meta({ role: 'viewer' })
    .input(one)
    .output(bulkDetailSchema),
  match: contract
    .route({
      method: 'PUT',
      path: '/bulk/{id}/columns',
      summary: 'Say what fills which field; every row is checked anew',
      tags,
    })
    .meta({ role: 'operator' })
    .input(one.extend(bulkColumnsSchema.pick({ fills: true, askEnerflo: true, timeZone: true }).shape))
    .output(bulkDetailSchema),
  rows: contract
    .route({ method: 'GET', path: '/bulk/{id}/rows', summary: 'Rows of a bulk, in their order', tags })
    .meta({ role: 'viewer' })
    .input(
      one.extend({
        state: z.enum(rowStateNames).optional(),
        /** Only those of which something was put right. */
        putRight: z.enum(['yes']).optional(),
        /** The number of the last row of the page before. */
        cursor: z.coerce.number().int().optional(),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ items: z.array(bulkRowSchema), nextCursor: z.int().nullable() })),
  row: contract
    .route({
      method: 'GET',
      path: '/bulk/{id}/rows/{number}',
      summary: 'One row and its exact request',
      tags,
    })
    .meta({ role: 'viewer' })
    .input(one.extend({ number: z.coerce.number().int() }))
    .output(bulkRowDetailSchema),
  choose: contract
    .route({
      method: 'POST',
      path: '/bulk/{id}/rows',
      summary: 'Leave rows out, or have rows sent that look like another one or repeat one',
      tags,
    })
    .meta({ role: 'operator' })
    .input(
      one.extend({
        send: z.boolean(),
        /** These rows, or all of one state. */
        numbers: z.array(z.int()).max(10_000).optional(),
        state: z.enum(['alike', 'repeat', 'left-out', 'waiting']).optional(),
      }),
    )
    .output(z.object({ count: z.int() })),
  start: contract
    .route({
      method: 'POST',
      path: '/bulk/{id}/start',
      summary: 'Send the rows that are ready, or go on with it',
      tags,
    })
    .meta({ role: 'operator' })
    .input(
      one.extend({
        /** Codes of the side effects that the person agreed to; `differs`: not to stop where none is read back or listed. */
        agreed: z.array(z.string().max(100)).default([]),
      }),
    )
    .output(bulkDetailSchema),
  stop: contract
    .route({ method: 'POST', path: '/bulk/{id}/stop', summary: 'Send no further row', tags })
    .meta({ role: 'operator' })
    .input(one)
    .output(bulkDetailSchema),
  finish: contract
    .route({
      method: 'POST',
      path: '/bulk/{id}/finish',
      summary: 'End what was stopped: leave out what was not sent',
      tags,
    })
    .meta({ role: 'operator' })
    .input(one)
    .output(bulkDetailSchema),
  again: contract
    .route({ method: 'POST', path: '/bulk/{id}/again', summary: 'Try rows again', tags })
    .meta({ role: 'operator' })
    .input(
      one.extend({
        /**
         * Those that failed or that Enerflo shows with another value are sent, uncheckable ones checked again. Of a
         * stopped bulk they are only made ready: start goes on with it.
         */
        state: z.enum(againStates).default('failed'),
      }),
    )
    .output(bulkDetailSchema),
  remove: contract
    .route({ method: 'DELETE', path: '/bulk/{id}', summary: 'Throw away what was never started', tags })
    .meta({ role: 'operator' })
    .input(one)
    .output(z.object({ id: z.string() })),
};
