import { z } from 'zod';
import { sources } from '#lib/catalog/event-type.ts';
import {
  contract,
  environmentSchema,
  idSchema,
  instantSchema,
  pageQuery,
  pageSchema,
} from '#lib/http/contract-base.ts';

export const refusalStates = ['open', 'released', 'dropped'] as const;

export const refusalItemSchema = z.object({
  id: z.string(),
  source: z.enum(sources),
  connection: z.string().nullable(),
  environment: environmentSchema.nullable(),
  receivedAt: z.string(),
  reason: z.string(),
  detail: z.string(),
  status: z.number().int(),
  state: z.enum(refusalStates),
  remoteAddress: z.string().nullable(),
  byteSize: z.number().int(),
  truncated: z.boolean(),
});
export type RefusalItem = z.infer<typeof refusalItemSchema>;

export const refusalDetailSchema = refusalItemSchema.extend({
  authenticated: z.boolean(),
  eventName: z.string().nullable(),
  query: z.string(),
  contentType: z.string().nullable(),
  contentEncoding: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  /** The beginning of the body as text, for a look; the exact bytes are at `/raw`. */
  preview: z.string(),
  connectionId: z.string().nullable(),
  settledAt: z.string().nullable(),
  settledBy: z.string().nullable(),
  eventId: z.string().nullable(),
  /** What to do about it, in words. */
  cure: z.string(),
  /** The data is left out, because whoever asks may not see personal values. */
  personalHidden: z.boolean(),
});
export type RefusalDetail = z.infer<typeof refusalDetailSchema>;

const one = z.object({ id: idSchema });

export const refusalsContract = {
  list: contract
    .route({
      method: 'GET',
      path: '/refusals',
      summary: 'Refused requests, newest first',
      tags: ['refusals'],
    })
    .meta({ role: 'viewer' })
    .input(
      z.object({
        source: z.enum(sources).optional(),
        /** Of the account that it was meant for, where that is known. */
        environment: environmentSchema.optional(),
        from: instantSchema.optional(),
        to: instantSchema.optional(),
        reason: z.string().max(40).optional(),
        state: z.enum(refusalStates).optional(),
        ...pageQuery,
      }),
    )
    .output(pageSchema(refusalItemSchema)),
  counts: contract
    .route({
      method: 'GET',
      path: '/refusal-counts',
      summary: 'How many refused requests wait for a person',
      tags: ['refusals'],
    })
    .meta({ role: 'viewer' })
    .output(z.object({ open: z.number().int() })),
  get: contract
    .route({ method: 'GET', path: '/refusals/{id}', summary: 'One refused request', tags: ['refusals'] })
    .meta({ role: 'viewer' })
    .input(one)
    .output(refusalDetailSchema),
  release: contract
    .route({
      method: 'POST',
      path: '/refusals/{id}/release',
      summary: 'Take in a refused request after all',
      tags: ['refusals'],
    })
    .meta({ role: 'operator' })
    .input(
      one.extend({
        connectionId: idSchema.optional(),
        eventName: z.string().trim().min(1).max(200).optional(),
      }),
    )
    .output(z.object({ eventId: z.string(), status: z.enum(['accepted', 'duplicate']) })),
  drop: contract
    .route({
      method: 'POST',
      path: '/refusals/{id}/drop',
      summary: 'Put a refused request aside',
      tags: ['refusals'],
    })
    .meta({ role: 'operator' })
    .input(one)
    .output(z.object({ state: z.enum(refusalStates) })),
};
