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

/** Any JSON of a payload or a record; its shape is the vendor's affair. */
const anyJson = z.unknown();

export const eventFilterSchema = z.object({
  source: z.enum(sources).optional(),
  environment: environmentSchema.optional(),
  type: z.string().min(1).max(200).optional(),
  outcome: z.string().min(1).max(40).optional(),
  q: z.string().trim().max(200).optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  /** Only these, for bringing rows up to date that are on a screen already. */
  ids: z.array(idSchema).max(200).optional(),
});

export const eventItemSchema = z.object({
  id: z.string(),
  type: z.string(),
  label: z.string(),
  known: z.boolean(),
  source: z.enum(sources),
  environment: environmentSchema,
  connection: z.string(),
  outcome: z.string(),
  receivedAt: z.string(),
  receivedCount: z.number().int(),
  about: z.string().nullable(),
  /** The id of the main record at its vendor. */
  recordId: z.string().nullable(),
  complete: z.boolean(),
  warningCount: z.number().int(),
});
export type EventItem = z.infer<typeof eventItemSchema>;

const readRecordSchema = z.object({
  kind: z.string(),
  label: z.string(),
  id: z.string(),
  main: z.boolean(),
  /** The source's own time of this state, ISO 8601 UTC. */
  clock: z.string().nullable(),
  fields: z.array(
    z.object({ key: z.string(), label: z.string(), class: z.string(), type: z.string(), value: anyJson }),
  ),
});

const changeSchema = z.object({
  record: z.string(),
  /** The record's id at its vendor. */
  externalId: z.string(),
  field: z.string(),
  label: z.string(),
  before: anyJson,
  after: anyJson,
});

export const eventDetailSchema = eventItemSchema.extend({
  trigger: z.string().nullable(),
  guideStage: z.string().nullable(),
  evidence: z.string().nullable(),
  deprecated: z.string().nullable(),
  /** By the sender's own clock, ISO 8601 UTC; null where it tells none. */
  occurredAt: z.string().nullable(),
  lastReceivedAt: z.string(),
  appliedAt: z.string().nullable(),
  error: z.string().nullable(),
  warnings: z.array(z.string()),
  payload: anyJson,
  envelope: z.string(),
  headers: z.record(z.string(), z.string()),
  query: z.string(),
  remoteAddress: z.string().nullable(),
  contentType: z.string().nullable(),
  contentEncoding: z.string().nullable(),
  byteSize: z.number().int(),
  /** What it tells of which records, normalised, in plain words. */
  records: z.array(readRecordSchema),
  ids: z.array(z.object({ kind: z.string(), label: z.string(), value: z.string() })),
  changes: z.array(changeSchema),
  /** Fields that came too late to count. */
  stale: z.array(z.object({ record: z.string(), label: z.string() })),
  copies: z.array(
    z.object({ receivedAt: z.string(), remoteAddress: z.string().nullable(), differs: z.boolean() }),
  ),
});
export type EventDetail = z.infer<typeof eventDetailSchema>;

const eventTypeSchema = z.object({
  name: z.string(),
  label: z.string(),
  source: z.enum(sources),
  guideStage: z.string().nullable(),
  deprecated: z.boolean(),
});

export const eventsContract = {
  list: contract
    .route({ method: 'GET', path: '/events', summary: 'Events, newest first', tags: ['events'] })
    .meta({ role: 'viewer' })
    .input(eventFilterSchema.extend(pageQuery))
    .output(pageSchema(eventItemSchema)),
  get: contract
    .route({ method: 'GET', path: '/events/{id}', summary: 'One event', tags: ['events'] })
    .meta({ role: 'viewer' })
    .input(z.object({ id: idSchema }))
    .output(eventDetailSchema),
  applyAgain: contract
    .route({
      method: 'POST',
      path: '/events/{id}/apply-again',
      summary: 'Try again to read an event into records, after that failed',
      tags: ['events'],
    })
    .meta({ role: 'operator' })
    .input(z.object({ id: idSchema }))
    .output(eventDetailSchema),
  types: contract
    .route({ method: 'GET', path: '/event-types', summary: 'The catalog of event types', tags: ['events'] })
    .meta({ role: 'viewer' })
    .output(z.object({ items: z.array(eventTypeSchema) })),
};
