import { z } from 'zod';
import { ranges } from '#lib/events/event-range.schema.ts';
import {
  contract,
  environmentSchema,
  idSchema,
  instantSchema,
  pageQuery,
  pageSchema,
} from '#lib/http/contract-base.ts';

const daySchema = z.iso.date();

export const caseFilterSchema = z.object({
  /** In Sunnova's spelling, or as it came; `open` for every status that is not final. */
  status: z.string().min(1).max(300).optional(),
  reason: z.string().min(1).max(300).optional(),
  category: z.string().min(1).max(300).optional(),
  /** A flag by its id, or `any`. */
  flag: z.string().min(1).max(40).optional(),
  /** Of one account. */
  connection: idSchema.optional(),
  environment: environmentSchema.optional(),
  /** First and last day on which the cancellation was requested, both included. */
  requestedFrom: daySchema.optional(),
  requestedTo: daySchema.optional(),
  /** Last heard of within so long before now, by the database's clock. */
  heardWithin: z.enum(ranges).optional(),
  /** Last heard of from this instant on, and before that one. */
  heardFrom: instantSchema.optional(),
  heardTo: instantSchema.optional(),
  /** A name, e-mail address, phone number, street or id of the case or of its project, or part of one. */
  q: z.string().trim().max(200).optional(),
});
/** The filters as the address of the page has them, each under the name that the API's filter gives it. */
export const caseQuerySchema = caseFilterSchema.strict();
export type CaseFilter = z.infer<typeof caseFilterSchema>;

export const caseItemSchema = z.object({
  id: z.string(),
  connection: z.string(),
  connectionId: z.string(),
  environment: environmentSchema,
  /** In Salesforce's short form. */
  systemProjectId: z.string().nullable(),
  status: z.string().nullable(),
  /** Whether Sunnova lists the status. */
  statusKnown: z.boolean(),
  reason: z.string().nullable(),
  reasonKnown: z.boolean(),
  category: z.string().nullable(),
  requestedBy: z.string().nullable(),
  /** YYYY-MM-DD */
  requestedOn: z.string().nullable(),
  /** When Sunnova created the case, by its clock. */
  openedAt: z.string().nullable(),
  homeowner: z.string().nullable(),
  address: z.string().nullable(),
  county: z.string().nullable(),
  salesperson: z.string().nullable(),
  /** Whether personal values are hidden from who asks. */
  hidden: z.boolean(),
  /** Ids of `caseFlags`. */
  flags: z.array(z.string()),
  firstHeardAt: z.string(),
  lastHeardAt: z.string(),
});
export type CaseItem = z.infer<typeof caseItemSchema>;

/** A status that the case had. `at` is by Sunnova's clock, by arrival where it tells none. */
const statusStepSchema = z.object({
  status: z.string().nullable(),
  known: z.boolean(),
  at: z.string(),
  eventId: z.string().nullable(),
});
export type StatusStep = z.infer<typeof statusStepSchema>;

const fieldChangeSchema = z.object({
  field: z.string(),
  label: z.string(),
  type: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  at: z.string(),
  eventId: z.string().nullable(),
});

/** What an event told of the case. What became of the event is the log's affair: `GET /events?record={id}`. */
const caseEventSchema = z.object({
  id: z.string(),
  label: z.string(),
  receivedAt: z.string(),
  occurredAt: z.string().nullable(),
  /** The status that it told; null where it told none. */
  status: z.string().nullable(),
  /** Whether something newer was known already when it came. */
  late: z.boolean(),
});
export type CaseEvent = z.infer<typeof caseEventSchema>;

export const caseDetailSchema = caseItemSchema.extend({
  /** Since when it has its status; null without one. */
  statusSince: z.string().nullable(),
  statusDefinition: z.string().nullable(),
  /** What Sunnova's table says of the reason; two where it lists the reason twice. */
  reasonDefinitions: z.array(z.string()),
  flagDetails: z.array(
    z.object({ id: z.string(), word: z.string(), explanation: z.string(), whatToDo: z.string() }),
  ),
  /** Everything that Sunnova told, field by field. */
  fields: z.array(
    z.object({ key: z.string(), label: z.string(), type: z.string(), class: z.string(), value: z.unknown() }),
  ),
  /** Every status with its time, oldest first. */
  statuses: z.array(statusStepSchema),
  /** What else changed, newest first. */
  changes: z.array(fieldChangeSchema),
  /** The newest hundred, newest first. */
  events: z.array(caseEventSchema),
  eventCount: z.number().int(),
  /** Other cases of the same system project, newest first. */
  others: z.array(caseItemSchema),
});
export type CaseDetail = z.infer<typeof caseDetailSchema>;

const countedSchema = z.object({ value: z.string(), known: z.boolean(), count: z.number().int() });
export const caseFacetsSchema = z.object({
  statuses: z.array(countedSchema),
  reasons: z.array(countedSchema),
  categories: z.array(countedSchema),
  flags: z.array(countedSchema),
  /** Accounts with cases. */
  accounts: z.array(
    z.object({ id: z.string(), name: z.string(), environment: environmentSchema, count: z.number().int() }),
  ),
});
export type CaseFacets = z.infer<typeof caseFacetsSchema>;

export const caseReferenceSchema = z.object({
  statuses: z.array(
    z.object({
      status: z.string(),
      definition: z.string(),
      meaning: z.enum(['open', 'action needed', 'final', 're-activated']),
      count: z.number().int(),
    }),
  ),
  reasons: z.array(
    z.object({
      reason: z.string(),
      definitions: z.array(z.string()),
      count: z.number().int(),
      /** The categories that came with it; Sunnova's table has none. */
      categories: z.array(z.string()),
    }),
  ),
  /** Rows of Sunnova's table of reasons; one reason stands there twice. */
  reasonRows: z.number().int(),
  /** What came and stands in neither table. */
  otherStatuses: z.array(z.object({ value: z.string(), count: z.number().int() })),
  otherReasons: z.array(z.object({ value: z.string(), count: z.number().int() })),
});
export type CaseReference = z.infer<typeof caseReferenceSchema>;

export const casesContract = {
  list: contract
    .route({
      method: 'GET',
      path: '/cases',
      summary: 'Cancellation cases, last heard of first',
      tags: ['cases'],
    })
    .meta({ role: 'viewer' })
    .input(caseFilterSchema.extend({ ...pageQuery, cursor: z.string().max(80).optional() }))
    .output(pageSchema(caseItemSchema)),
  count: contract
    .route({
      method: 'GET',
      path: '/cases/count',
      summary: 'How many cancellation cases fit a filter, counted up to a limit',
      tags: ['cases'],
    })
    .meta({ role: 'viewer' })
    .input(caseFilterSchema.extend({ atMost: z.coerce.number().int().min(1).max(10_000).default(1_000) }))
    .output(z.object({ count: z.number().int(), more: z.boolean() })),
  waiting: contract
    .route({
      method: 'GET',
      path: '/cases/waiting',
      summary: 'How many cancellation cases of production wait for an answer of ours',
      tags: ['cases'],
    })
    .meta({ role: 'viewer' })
    .output(z.object({ count: z.number().int() })),
  facets: contract
    .route({
      method: 'GET',
      path: '/cases/facets',
      summary: 'How many cancellation cases have each status, reason, category and flag',
      tags: ['cases'],
    })
    .meta({ role: 'viewer' })
    .input(z.object({ environment: environmentSchema.optional() }))
    .output(caseFacetsSchema),
  reference: contract
    .route({
      method: 'GET',
      path: '/cases/reference',
      summary: "Sunnova's statuses and reasons of cancellation, with how often each occurs here",
      tags: ['cases'],
    })
    .meta({ role: 'viewer' })
    .output(caseReferenceSchema),
  get: contract
    .route({ method: 'GET', path: '/cases/{id}', summary: 'One cancellation case', tags: ['cases'] })
    .meta({ role: 'viewer' })
    .input(z.object({ id: idSchema }))
    .output(caseDetailSchema),
};
