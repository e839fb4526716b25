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
import { fieldHintSchema } from './field-hint.schema.ts';

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
  handled: z
    .object({ id: z.string(), by: z.string(), at: z.string(), note: z.string().nullable() })
    .nullable(),
  receivedAt: z.string(),
  receivedCount: z.number().int(),
  about: z.string().nullable(),
  /** The id of the main record at its vendor. */
  recordId: z.string().nullable(),
  /** What kind of thing that is, in words: `Enerflo install`. */
  recordLabel: z.string().nullable(),
  complete: z.boolean(),
  /** A test that somebody sent from this console: never complete. */
  test: z.boolean(),
  warningCount: z.number().int(),
});
export type EventItem = z.infer<typeof eventItemSchema>;

const readRecordSchema = z.object({
  kind: z.string(),
  label: z.string(),
  /** Its id at its vendor. */
  id: z.string(),
  /** Its id here; null while nothing is kept of it. */
  recordId: z.string().nullable(),
  main: z.boolean(),
  /** The source's own time of this state, ISO 8601 UTC. */
  clock: z.string().nullable(),
  fields: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      class: z.string(),
      type: z.string(),
      value: anyJson,
      /** It is filled, and not shown to whoever asks: `value` says nothing of it. */
      hidden: z.boolean(),
    }),
  ),
});

const changeSchema = z.object({
  record: z.string(),
  kind: z.string(),
  /** The record's id at its vendor. */
  externalId: z.string(),
  field: z.string(),
  label: z.string(),
  class: z.string(),
  before: anyJson,
  after: anyJson,
  hidden: z.boolean(),
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
  /** The further arrivals, oldest first, 200 at most. */
  copies: z.array(
    z.object({
      id: z.string(),
      receivedAt: z.string(),
      remoteAddress: z.string().nullable(),
      /** Its bytes are not those of the first. */
      differs: z.boolean(),
    }),
  ),
  /** The incoming address: what kind it is, and the user name where it has one. Never its key. */
  endpoint: z.object({ id: z.string(), kind: z.string(), username: z.string().nullable() }).nullable(),
  /** Personal values are masked, because whoever asks may not see them. */
  personalHidden: z.boolean(),
});
export type EventDetail = z.infer<typeof eventDetailSchema>;

const fieldDifferenceSchema = z.object({
  /** What kind of thing it is a field of, in words: `Enerflo install`. */
  record: z.string(),
  /** The record's id at its vendor. */
  externalId: z.string(),
  field: z.string(),
  label: z.string(),
  type: z.string(),
  /** From the one to the other. `not-told`: the other says nothing of it, which is not the same as empty. */
  how: z.enum(['changed', 'filled', 'emptied', 'not-told', 'same']),
  one: anyJson,
  other: anyJson,
  hidden: z.boolean(),
});
export type FieldDifference = z.infer<typeof fieldDifferenceSchema>;

const pathDifferenceSchema = z.object({
  /** As the search takes it: `payload.deal.shortCode`. */
  path: z.string(),
  how: z.enum(['changed', 'added', 'removed', 'same']),
  /** Shortened; left out where there is none. */
  one: anyJson,
  other: anyJson,
});
export type PathDifference = z.infer<typeof pathDifferenceSchema>;

const differencesSchema = z.object({
  fields: z.array(fieldDifferenceSchema),
  paths: z.array(pathDifferenceSchema),
  /** Paths that are not listed any more, because there are too many. */
  morePaths: z.number().int(),
});
export type EventDifferences = z.infer<typeof differencesSchema>;

export const comparisonSchema = differencesSchema.extend({
  one: eventItemSchema,
  other: eventItemSchema,
  /** Both are about the same main record. */
  sameRecord: z.boolean(),
  /** Which tells the later state, and by whose clock. */
  newer: z.enum(['one', 'other', 'neither']),
  newerBy: z.enum(['sender', 'arrival']),
  personalHidden: z.boolean(),
});
export type EventComparison = z.infer<typeof comparisonSchema>;

/** The events of the same main record around one, by arrival; what differs from the one before. */
export const neighboursSchema = z.object({
  previous: z.object({ event: eventItemSchema, since: differencesSchema }).nullable(),
  next: eventItemSchema.nullable(),
});
export type EventNeighbours = z.infer<typeof neighboursSchema>;

export const copyDifferencesSchema = z.object({
  /** `spelling`: only white space or the order of keys; `unreadable`: one of the two is not JSON. */
  how: z.enum(['identical', 'spelling', 'fields', 'unreadable']),
  byteSize: z.number().int(),
  firstByteSize: z.number().int(),
  paths: z.array(pathDifferenceSchema),
  morePaths: z.number().int(),
});
export type CopyDifferences = z.infer<typeof copyDifferencesSchema>;

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

/** The text fits more records than are looked through: events that fit it may be missing. */
const partialSchema = z.boolean();

export const eventsContract = {
  list: contract
    .route({ method: 'GET', path: '/events', summary: 'Events, newest first', tags: ['events'] })
    .meta({ role: 'viewer' })
    .input(eventFilterSchema.extend(pageQuery))
    .output(pageSchema(eventItemSchema).extend({ partial: partialSchema })),
  count: contract
    .route({
      method: 'GET',
      path: '/events/count',
      summary: 'How many events fit a filter, counted up to a limit',
      tags: ['events'],
    })
    .meta({ role: 'viewer' })
    .input(eventFilterSchema.extend({ atMost: z.coerce.number().int().min(1).max(10_000).default(1_000) }))
    .output(z.object({ count: z.number().int(), more: z.boolean(), partial: partialSchema })),
  fieldHint: contract
    .route({
      method: 'GET',
      path: '/events/field-hint',
      summary: 'Why a search by a field finds nothing: whether the newest events of the type have the field',
      tags: ['events'],
    })
    .meta({ role: 'viewer' })
    .input(
      eventFilterSchema.pick({ source: true, environment: true, connection: true }).extend({
        type: z.string().min(1).max(200),
        /** A field of the data and its value, as the search takes it. */
        q: z.string().trim().min(1).max(200),
      }),
    )
    .output(fieldHintSchema),
  handle: contract
    .route({
      method: 'POST',
      path: '/events/handled',
      summary: 'Mark events as handled: those named, or all that fit a filter (100,000 at most)',
      tags: ['events'],
    })
    .meta({ role: 'operator' })
    .input(eventChoiceSchema.extend({ note: z.string().trim().max(500).optional() }))
    .output(z.object({ handling: z.string().nullable(), count: z.number().int(), partial: partialSchema })),
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
  neighbours: contract
    .route({
      method: 'GET',
      path: '/events/{id}/neighbours',
      summary: 'The events of the same record before and after one, and what changed since the one before',
      tags: ['events'],
    })
    .meta({ role: 'viewer' })
    .input(z.object({ id: idSchema }))
    .output(neighboursSchema),
  compare: contract
    .route({
      method: 'GET',
      path: '/events/{id}/compare',
      summary: 'What differs between two events',
      tags: ['events'],
    })
    .meta({ role: 'viewer' })
    .input(
      z.object({ id: idSchema, other: idSchema, show: z.enum(['differences', 'everything']).optional() }),
    )
    .output(comparisonSchema),
  copyDifferences: contract
    .route({
      method: 'GET',
      path: '/events/{id}/copies/{copyId}',
      summary: 'How the bytes of a copy differ from those of the first arrival',
      tags: ['events'],
    })
    .meta({ role: 'viewer' })
    .input(z.object({ id: idSchema, copyId: idSchema }))
    .output(copyDifferencesSchema),
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
