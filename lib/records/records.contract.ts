import { z } from 'zod';
import { sources } from '#lib/catalog/event-type.ts';
import { contract, environmentSchema, idSchema } from '#lib/http/contract-base.ts';
import { origins } from './told.ts';

/** Any JSON of a field; its shape is the vendor's affair. */
const anyJson = z.unknown();

/** By what we know something: the event, or the reading of Enerflo, where it was one. */
const tellerSchema = z.object({
  origin: z.enum(origins),
  eventId: z.string().nullable(),
  readingId: z.string().nullable(),
});
export type Teller = z.infer<typeof tellerSchema>;

const recordFieldSchema = tellerSchema.extend({
  key: z.string(),
  label: z.string(),
  type: z.string(),
  /** For ids: the kind of thing it is the id of; null where it links nothing. */
  refersTo: z.string().nullable(),
  value: anyJson,
  /** It is filled, and not shown to whoever asks: `value` says nothing of it. */
  hidden: z.boolean(),
  /** Since when it has this value, as far as we heard: by the source's clock, by arrival where it tells none. */
  since: z.string(),
});
export type RecordField = z.infer<typeof recordFieldSchema>;

const recordChangeSchema = tellerSchema.extend({
  key: z.string(),
  label: z.string(),
  type: z.string(),
  before: anyJson,
  after: anyJson,
  hidden: z.boolean(),
  at: z.string(),
});

const relatedSchema = z.object({
  id: z.string(),
  kind: z.string(),
  label: z.string(),
  externalId: z.string(),
  /** A name, a title or an address. Personal. */
  about: z.string().nullable(),
  status: z.string().nullable(),
  /** How it stands by a day that it tells (`completed`, `2024-06-01`); null where its kind or itself tells none. */
  standing: z.object({ word: z.string(), on: z.string() }).nullable(),
  /** Its place among its like; null where it tells none. */
  place: z.number().nullable(),
  /** Since when it is deleted at its vendor, as a time or a day; null while it is there. */
  deletedAt: z.string().nullable(),
  lastSeenAt: z.string(),
});
export type RelatedRecord = z.infer<typeof relatedSchema>;

export const recordDetailSchema = z.object({
  id: z.string(),
  /** `enerflo.install` */
  kind: z.string(),
  /** `Enerflo install` */
  label: z.string(),
  /** Its id at its vendor. */
  externalId: z.string(),
  source: z.enum(sources),
  environment: environmentSchema,
  connection: z.string(),
  connectionId: z.string(),
  /** A name, a title or an address. Personal. */
  about: z.string().nullable(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  /** Everything that is known of it, in the order of the catalog. */
  fields: z.array(recordFieldSchema),
  /** Newest first, 200 at most. */
  changes: z.array(recordChangeSchema),
  changeCount: z.number().int(),
  /** Things that it names or that name it, last heard of first, 200 at most. */
  related: z.array(relatedSchema),
  /** Whether personal values are hidden from whoever asks. */
  personalHidden: z.boolean(),
});
export type RecordDetail = z.infer<typeof recordDetailSchema>;

const foundRecordSchema = recordDetailSchema.pick({
  id: true,
  kind: true,
  label: true,
  externalId: true,
  source: true,
  environment: true,
  connection: true,
  about: true,
});
/** One thing that a search found: what it is, and whose. */
export type FoundRecord = z.infer<typeof foundRecordSchema>;

export const recordsContract = {
  found: contract
    .route({
      method: 'GET',
      path: '/records/found',
      summary:
        'What is known of a homeowner: customers first, then installs, deals and what else is theirs, by a name, phone number, e-mail address, street or id',
      tags: ['records'],
    })
    .meta({ role: 'viewer' })
    .input(
      z.object({
        /** A name, e-mail address, phone number, street or id, or part of one; three letters or digits at least. */
        q: z.string().trim().max(200),
        limit: z.coerce.number().int().min(1).max(10).default(5),
      }),
    )
    .output(
      z.object({
        items: z.array(foundRecordSchema),
        /** More than these fit. */
        more: z.boolean(),
      }),
    ),
  get: contract
    .route({
      method: 'GET',
      path: '/records/{id}',
      summary:
        'One thing at a vendor as it is known: its fields, what changed and when, and what belongs to it',
      tags: ['records'],
    })
    .meta({ role: 'viewer' })
    .input(z.object({ id: idSchema }))
    .output(recordDetailSchema),
};
