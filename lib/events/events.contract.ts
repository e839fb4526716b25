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
  /** Of one account. */
  connection: idSchema.optional(),
  type: z.string().min(1).max(200).optional(),
  /** Of the types of one stage: `guide step 3.1`. */
  stage: z.string().min(1).max(40).optional(),
  /** What became of it, or `copies` (came more than once) or `not-recognised`. */
  outcome: z.string().min(1).max(40).optional(),
  /** Whether a person marked it as handled. */
  handled: z.enum(['yes', 'no']).optional(),
  /**
   * A name, e-mail address, phone number, street or id, or part of one; or with a `type`, a field of the data and its
   * value: `payload.deal.shortCode = b9sqedcvp`.
   */
  q: z.string().trim().max(200).optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  /** The network address of the sender. */
  address: z.string().min(1).max(64).optional(),
  /** That tell of this record (its id here, not at the vendor). */
  record: idSchema.optional(),
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
  connectionId: z.string(),
  outcome: z.string(),
  /** Who marked it as handled, and when; null while nobody did. */
  handled: z.object({ id: z.string(), by: z.string(), at: z.string(), note: z.string().nullable() }).nullable(),
  receivedAt: z.string(),
  receivedCount: z.number().int(),
  about: z.string().nullable(),
  /** The id of the main record at its vendor. */
  recordId: z.string().nullable(),
  /** What kind of thing that is, in words: `Enerflo install`. */
  recordLabel: z.string().nullable(),
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

/** Events chosen by hand, or all that fit a filter: exactly one of the two. */
export const eventChoiceSchema = z.object({
  ids: z.array(idSchema).min(1).max(1_000).optional(),
  filter: eventFilterSchema.omit({ ids: true }).optional(),
});

export const eventsContract = {
  list: contract
    .route({ method: 'GET', path: '/events', summary: 'Events, newest first', tags: ['events'] })
    .meta({ role: 'viewer' })
    .input(eventFilterSchema.extend(pageQuery))
    .output(pageSchema(eventItemSchema)),
  count: contract
    .route({
      method: 'GET',
      path: '/events/count',
      summary: 'How many events fit a filter, counted up to a limit',
      tags: ['events'],
    })
    .meta({ role: 'viewer' })
    .input(eventFilterSchema.extend({ atMost: z.coerce.number().int().min(1).max(10_000).default(1_000) }))
    .output(z.object({ count: z.number().int(), more: z.boolean() })),
  handle: contract
    .route({
      method: 'POST',
      path: '/events/handled',
      summary: 'Mark events as handled: those named, or all that fit a filter (100,000 at most)',
      tags: ['events'],
    })
    .meta({ role: 'operator' })
    .input(eventChoiceSchema.extend({ note: z.string().trim().max(500).optional() }))
    .output(z.object({ handling: z.string().nullable(), count: z.number().int() })),
  unhandle: contract
    .route({
      method: 'POST',
      path: '/events/unhandled',
      summary: 'Take back that events were handled: those named, or all of one handling',
      tags: ['events'],
    })
    .meta({ role: 'operator' })
    .input(z.object({ ids: z.array(idSchema).max(1_000).optional(), handling: idSchema.optional() }))
    .output(z.object({ count: z.number().int() })),
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
