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

export const recordsContract = {
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
