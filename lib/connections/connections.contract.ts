import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { sources } from '#lib/catalog/event-type.ts';
import { contract, environmentSchema, idSchema } from '#lib/http/contract-base.ts';
import { credentialKinds, overlapSchema, secretKindSchema } from './connection-kinds.schema.ts';

export const connectionItemSchema = z.object({
  id: z.string(),
  source: z.enum(sources),
  environment: environmentSchema,
  name: z.string(),
  createdAt: z.string(),
  /** Since when nothing is taken in; null while it is on. */
  disabledAt: z.string().nullable(),
  /** When its last event came; null where none ever did. */
  lastHeardAt: z.string().nullable(),
});
export type ConnectionItem = z.infer<typeof connectionItemSchema>;

const credentialSchema = z.object({
  id: z.string(),
  kind: z.enum(credentialKinds),
  createdAt: z.string(),
  /** When it stops to count; null: never, unless somebody ends it. */
  validUntil: z.string().nullable(),
});

const addressSchema = z.object({
  id: z.string(),
  /** What the sender is given, with dots in place of the key. */
  url: z.string(),
  /** Of Basic credentials; null where none are asked for. */
  username: z.string().nullable(),
  /** A header that must carry a secret besides; null where none is asked for. */
  headerName: z.string().nullable(),
  /** Who may send; empty lets everybody who has the credentials. */
  allowList: z.array(z.string()),
  createdAt: z.string(),
  /** Those that are valid now, the newest first. */
  credentials: z.array(credentialSchema),
});
export type ConnectionAddress = z.infer<typeof addressSchema>;

/** One type of event, and when this account last sent it (null: never). */
const heardSchema = z.object({
  type: z.string(),
  label: z.string(),
  /** `guide step 3.2` or null. */
  guideStage: z.string().nullable(),
  deprecated: z.boolean(),
  /** Whether there is a sample that a test can send. */
  hasSample: z.boolean(),
  lastAt: z.string().nullable(),
  lastEventId: z.string().nullable(),
});
export type HeardItem = z.infer<typeof heardSchema>;

/** A credential for calling the account's API: whether it is set, never what it is. */
const secretSchema = z.object({
  kind: secretKindSchema,
  label: z.string(),
  setAt: z.string().nullable(),
  setBy: z.string().nullable(),
});

export const connectionDetailSchema = connectionItemSchema.extend({
  addresses: z.array(addressSchema),
  secrets: z.array(secretSchema),
  heard: z.array(heardSchema),
  /** The address of this console as senders are told it, and why they may not reach it. */
  publicUrl: z.string(),
  publicUrlWarnings: z.array(z.string()),
});
export type ConnectionDetail = z.infer<typeof connectionDetailSchema>;

/** A secret that was just made. It is in this one answer and can never be read again. */
const madeSecretSchema = z.object({
  addressId: z.string(),
  kind: z.enum(credentialKinds),
  value: z.string(),
  /** The whole address to paste at the sender, the key in it where it has one. */
  url: z.string(),
  username: z.string().nullable(),
  headerName: z.string().nullable(),
});
export type MadeSecret = z.infer<typeof madeSecretSchema>;

const madeSchema = z.object({ connection: connectionDetailSchema, secret: madeSecretSchema });

export const connectionNameSchema = z
  .string()
  .trim()
  .min(1, 'Give the account a name')
  .max(80, 'Use at most 80 characters');
export const usernameSchema = z
  .string()
  .trim()
  .min(3, 'Use at least 3 characters')
  .max(120, 'Use at most 120 characters')
  .regex(/^[\x21-\x39\x3b-\x7e]+$/, 'Use letters, digits and signs without spaces or colons');
/** Read as one address or a block of them. */
export const allowEntrySchema = z
  .string()
  .trim()
  .refine(
    (text) => ipaddr.isValidCIDR(text) || (ipaddr.isValid(text) && /[.:]/.test(text)),
    'Give an address (203.0.113.7) or a block (203.0.113.0/24)',
  );
export const headerNameSchema = z
  .string()
  .trim()
  .min(1, 'Give the header a name')
  .max(80, 'Use at most 80 characters')
  .regex(/^[\w!#$%&'*+.^`|~-]+$/, 'A header name has letters, digits and hyphens, without spaces')
  .refine(
    (name) => !/^(host|content-.*|transfer-encoding|connection|accept.*|user-agent)$/i.test(name),
    'Senders set this header themselves: choose another, such as X-Webhook-Secret',
  );

/** What a sender must show besides the key in the address. */
export const demandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  z.object({
    kind: z.literal('header'),
    name: headerNameSchema,
    /** Made here unless given. */
    value: z.string().min(8, 'Use at least 8 characters').max(500).optional(),
  }),
  z.object({ kind: z.literal('basic'), username: usernameSchema }),
]);
export type Demand = z.infer<typeof demandSchema>;

const testAnswerSchema = z.object({
  /** Of the answer; 0 where none came. */
  status: z.number().int(),
  /** `accepted`, or what was wrong, in words. */
  said: z.string(),
  /** Of the event, or of the refused request; null where nothing was kept. */
  id: z.string().nullable(),
  accepted: z.boolean(),
  /** Milliseconds until the answer. */
  took: z.number().int(),
});
export type TestAnswer = z.infer<typeof testAnswerSchema>;

const one = z.object({ id: idSchema });

export const connectionsContract = {
  list: contract
    .route({ method: 'GET', path: '/connections', summary: 'Accounts', tags: ['accounts'] })
    .meta({ role: 'viewer' })
    .output(z.object({ items: z.array(connectionItemSchema) })),
  get: contract
    .route({ method: 'GET', path: '/connections/{id}', summary: 'One account', tags: ['accounts'] })
    .meta({ role: 'viewer' })
    .input(one)
    .output(connectionDetailSchema),
  create: contract
    .route({
      method: 'POST',
      path: '/connections',
      summary: 'Add an account with its first address',
      tags: ['accounts'],
    })
    .meta({ role: 'admin' })
    .input(
      z.object({
        source: z.enum(sources),
        environment: environmentSchema,
        name: connectionNameSchema,
        /** Sunnova's Basic user name; made here unless given. */
        username: usernameSchema.optional(),
      }),
    )
    .output(madeSchema),
  change: contract
    .route({ method: 'PATCH', path: '/connections/{id}', summary: 'Rename an account', tags: ['accounts'] })
    .meta({ role: 'admin' })
    .input(one.extend({ name: connectionNameSchema }))
    .output(connectionDetailSchema),
  setEnabled: contract
    .route({
      method: 'POST',
      path: '/connections/{id}/enabled',
      summary: 'Switch an account on or off',
      tags: ['accounts'],
    })
    .meta({ role: 'admin' })
    .input(one.extend({ enabled: z.boolean() }))
    .output(connectionDetailSchema),
  copied: contract
    .route({
      method: 'POST',
      path: '/connections/{id}/copied',
      summary: 'Note that an address was copied, which is the first of the first steps',
      tags: ['accounts'],
    })
    .meta({ role: 'editor' })
    .input(one)
    .output(z.object({})),
  addAddress: contract
    .route({
      method: 'POST',
      path: '/connections/{id}/addresses',
      summary: 'Add an incoming address',
      tags: ['accounts'],
    })
    .meta({ role: 'admin' })
    .input(one.extend({ username: usernameSchema.optional() }))
    .output(madeSchema),
  setAllowList: contract
    .route({
      method: 'PUT',
      path: '/addresses/{id}/allow-list',
      summary: 'Say from where an incoming address takes requests',
      tags: ['accounts'],
    })
    .meta({ role: 'admin' })
    .input(one.extend({ allowList: z.array(allowEntrySchema).max(100) }))
    .output(connectionDetailSchema),
  setDemand: contract
    .route({
      method: 'PUT',
      path: '/addresses/{id}/demand',
      summary: 'Say what a sender must show besides the key',
      tags: ['accounts'],
    })
    .meta({ role: 'admin' })
    .input(one.extend({ demand: demandSchema }))
    .output(z.object({ connection: connectionDetailSchema, secret: madeSecretSchema.nullable() })),
  rotate: contract
    .route({
      method: 'POST',
      path: '/addresses/{id}/rotate',
      summary: 'Make a new key, password or header value; the one before stays valid for a while',
      tags: ['accounts'],
    })
    .meta({ role: 'admin' })
    .input(one.extend({ kind: z.enum(credentialKinds), keep: overlapSchema }))
    .output(madeSchema),
  endCredential: contract
    .route({
      method: 'POST',
      path: '/credentials/{id}/end',
      summary: 'End a key, password or header value now',
      tags: ['accounts'],
    })
    .meta({ role: 'admin' })
    .input(one)
    .output(connectionDetailSchema),
  setSecret: contract
    .route({
      method: 'PUT',
      path: '/connections/{id}/secrets/{kind}',
      summary: 'Set a credential for calling the API of an account',
      tags: ['accounts'],
    })
    .meta({ role: 'admin' })
    .input(
      one.extend({
        kind: secretKindSchema,
        value: z.string().trim().min(4, 'Paste the whole key').max(4_000, 'This is too long for a key'),
      }),
    )
    .output(connectionDetailSchema),
  removeSecret: contract
    .route({
      method: 'DELETE',
      path: '/connections/{id}/secrets/{kind}',
      summary: 'Remove a credential for calling the API of an account',
      tags: ['accounts'],
    })
    .meta({ role: 'admin' })
    .input(one.extend({ kind: secretKindSchema }))
    .output(connectionDetailSchema),
  test: contract
    .route({
      method: 'POST',
      path: '/connections/{id}/test',
      summary: 'Send a test event to an account, as its sender would',
      tags: ['accounts'],
    })
    .meta({ role: 'admin' })
    .input(
      one.extend({
        /** A type of the catalog with a sample; for a CRM any name that begins with `crm.`. */
        type: z.string().min(1).max(200),
        addressId: idSchema.optional(),
      }),
    )
    .output(testAnswerSchema),
};
