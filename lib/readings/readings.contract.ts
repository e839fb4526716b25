import { z } from 'zod';
import { contract, idSchema, instantSchema, pageQuery, pageSchema } from '#lib/http/contract-base.ts';
import {
  findingKindNames,
  findingWhats,
  readingKinds,
  readingParts,
  readingStates,
  wantedStates,
} from './reading-kinds.ts';
import {
  fieldDifferenceSchema,
  partProgressSchema,
  skippedItemSchema,
  waitingReadingSchema,
  wantedOfSchema,
} from './readings.schema.ts';

const one = z.object({ id: idSchema });
const tags = ['readings'];

const partSchema = partProgressSchema
  .pick({ read: true, total: true, whole: true, done: true })
  .extend({ part: z.enum(readingParts) });

export const readingSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  kind: z.enum(readingKinds),
  state: z.enum(readingStates),
  /** A catch-up reads what changed since. */
  since: z.string().nullable(),
  parts: z.array(partSchema),
  /** Rows read in a minute, on the whole; null before it is known. */
  pace: z.number().nullable(),
  /** Seconds that it will still take, as far as can be told; null where it cannot. */
  secondsLeft: z.number().nullable(),
  /** Why it waits or failed, in words. */
  error: z.string().nullable(),
  /** When it goes on by itself. */
  dueAt: z.string().nullable(),
  by: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** What was found that no webhook had told. */
  findings: z.object({
    neverReachedUs: z.number().int(),
    new: z.number().int(),
    changed: z.number().int(),
  }),
  /** What Enerflo gave no good answer for: how many things, and the first of them. */
  skipped: z.object({ count: z.number().int(), items: z.array(skippedItemSchema) }),
});
export type ReadingItem = z.infer<typeof readingSchema>;

export const findingSchema = z.object({
  /** `kind:id`, unique with `what` within a reading. */
  id: z.string(),
  kind: z.enum(findingKindNames),
  externalId: z.string(),
  /** The id of its record here. */
  recordId: z.string(),
  what: z.enum(findingWhats),
  /** Whom it is about. Personal. */
  about: z.string().nullable(),
  fields: z.array(fieldDifferenceSchema),
  at: z.string(),
});
export type FindingItem = z.infer<typeof findingSchema>;

/** A full install that somebody wants from Enerflo. */
export const wantedSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  dealId: z.string().nullable(),
  installId: z.string().nullable(),
  state: z.enum(wantedStates),
  tries: z.number().int(),
  /** Why it is not there, in words. */
  reason: z.string().nullable(),
  /** When it is tried again by itself. */
  dueAt: z.string().nullable(),
  /** When nobody tries any more. */
  until: z.string(),
  /** What differed from what was known; null until it is there. */
  differences: z.array(fieldDifferenceSchema.extend({ record: z.string() })).nullable(),
  /** The id of the install's record here; null until it is there. */
  recordId: z.string().nullable(),
  /** Where the install is in Enerflo; null until it is there. */
  link: z.string().nullable(),
  by: z.string(),
  createdAt: z.string(),
  settledAt: z.string().nullable(),
});
export type WantedItem = z.infer<typeof wantedSchema>;

/** A field that went to another value of which no webhook told. */
export const caughtUpSchema = fieldDifferenceSchema.extend({
  record: z.string(),
  kind: z.string(),
  externalId: z.string(),
  /** When it changed at Enerflo, as far as it tells. */
  at: z.string(),
  readingId: z.string(),
  connectionId: z.string(),
});
export type CaughtUpItem = z.infer<typeof caughtUpSchema>;

export const readingsContract = {
  list: contract
    .route({
      method: 'GET',
      path: '/connections/{connectionId}/readings',
      summary: 'Readings of an account, newest first',
      tags,
    })
    .meta({ role: 'viewer' })
    .input(z.object({ connectionId: idSchema, ...pageQuery }))
    .output(pageSchema(readingSchema)),
  waiting: contract
    .route({
      method: 'GET',
      path: '/readings/waiting',
      summary: 'Readings that failed, and projects that never reached us and nobody looked at',
      tags,
    })
    .meta({ role: 'viewer' })
    .output(
      z.object({
        /** How many of them are of production accounts. */
        count: z.number().int(),
        items: z.array(waitingReadingSchema),
      }),
    ),
  get: contract
    .route({ method: 'GET', path: '/readings/{id}', summary: 'One reading and how far it is', tags })
    .meta({ role: 'viewer' })
    .input(one)
    .output(readingSchema),
  findings: contract
    .route({
      method: 'GET',
      path: '/readings/{id}/findings',
      summary: 'What a catch-up found that no webhook had told',
      tags,
    })
    .meta({ role: 'viewer' })
    .input(
      one.extend({
        what: z.enum(findingWhats).optional(),
        kind: z.enum(findingKindNames).optional(),
        cursor: z.string().max(300).optional(),
        limit: pageQuery.limit,
      }),
    )
    .output(pageSchema(findingSchema)),
  caughtUp: contract
    .route({
      method: 'GET',
      path: '/events/{id}/caught-up',
      summary: 'What changed of the records of an event since then and only a catch-up told',
      tags,
    })
    .meta({ role: 'viewer' })
    .input(one)
    .output(z.object({ items: z.array(caughtUpSchema) })),
  catchUpCost: contract
    .route({
      method: 'GET',
      path: '/connections/{connectionId}/catch-up-cost',
      summary:
        'Of how many installs a catch-up since a time asks for the milestones, and how long that takes',
      tags,
    })
    .meta({ role: 'operator' })
    .input(z.object({ connectionId: idSchema, since: instantSchema }))
    .output(z.object({ installs: z.number().int(), seconds: z.number().int() })),
  start: contract
    .route({
      method: 'POST',
      path: '/connections/{connectionId}/readings',
      summary: 'Start the initial load of an account, or a catch-up since a time',
      tags,
    })
    .meta({ role: 'operator' })
    .input(z.object({ connectionId: idSchema, kind: z.enum(readingKinds), since: instantSchema.optional() }))
    .output(readingSchema),
  stop: contract
    .route({ method: 'POST', path: '/readings/{id}/stop', summary: 'Stop a reading', tags })
    .meta({ role: 'operator' })
    .input(one)
    .output(readingSchema),
  goOn: contract
    .route({
      method: 'POST',
      path: '/readings/{id}/go-on',
      summary: 'Go on with a reading that was stopped or failed',
      tags,
    })
    .meta({ role: 'operator' })
    .input(one)
    .output(readingSchema),
  wantInstall: contract
    .route({
      method: 'POST',
      path: '/wanted-installs',
      summary: 'Get a full install from Enerflo, now or once it is there',
      tags,
    })
    .meta({ role: 'operator' })
    .input(wantedOfSchema)
    .output(wantedSchema),
  wanted: contract
    .route({
      method: 'GET',
      path: '/wanted-installs',
      summary: 'The last time a full install was wanted, and what came of it',
      tags,
    })
    .meta({ role: 'viewer' })
    .input(wantedOfSchema)
    .output(
      z.object({
        /** Whether there is an install to ask for: the event or the ids name one or its deal. */
        possible: z.boolean(),
        wanted: wantedSchema.nullable(),
      }),
    ),
  stopWaiting: contract
    .route({
      method: 'POST',
      path: '/wanted-installs/{id}/stop',
      summary: 'Wait no longer for a full install',
      tags,
    })
    .meta({ role: 'operator' })
    .input(one)
    .output(wantedSchema),
};
