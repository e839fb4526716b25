import { z } from 'zod';
import { contract, idSchema, instantSchema, pageQuery, pageSchema } from '#lib/http/contract-base.ts';
import { actorKinds } from './actor-kinds.ts';

/** What the audit log is narrowed down by; the export takes the same. */
export const auditFilterSchema = z.object({
  /** People, API tokens, or Heliograph itself. */
  actorKind: z.enum(actorKinds).optional(),
  actorId: idSchema.optional(),
  /** One action (`flow.publish`), or all about one kind of thing (`flow`). */
  action: z.string().min(1).max(60).optional(),
  subjectKind: z.string().min(1).max(40).optional(),
  subjectId: z.string().min(1).max(200).optional(),
  requestId: z.string().min(1).max(200).optional(),
  /** From this point in time on, and before that one. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  /** A part of the name of who acted or of what was acted on, or an id of either, of the entry or of the request. */
  q: z.string().trim().max(200).optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const auditEntrySchema = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.object({ kind: z.enum(actorKinds), id: z.string().nullable(), name: z.string() }),
  action: z.string(),
  /** The action as a person reads it: `Published a version of a flow`. */
  words: z.string(),
  subject: z.object({
    kind: z.string(),
    id: z.string().nullable(),
    /** What it is called now; null for what has no name or is gone. */
    name: z.string().nullable(),
  }),
  /** What changed, as it was and as it is; null where there is nothing to say. */
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string().nullable(),
  /** The network address it was done from. */
  address: z.string().nullable(),
});
export type AuditEntryItem = z.infer<typeof auditEntrySchema>;

export const auditContract = {
  list: contract
    .route({ method: 'GET', path: '/audit', summary: 'The audit log, newest first', tags: ['audit'] })
    .meta({ role: 'admin' })
    .input(auditFilterSchema.extend(pageQuery))
    .output(pageSchema(auditEntrySchema)),
  get: contract
    .route({ method: 'GET', path: '/audit/{id}', summary: 'One entry of the audit log', tags: ['audit'] })
    .meta({ role: 'admin' })
    .input(z.object({ id: idSchema }))
    .output(auditEntrySchema),
  actors: contract
    .route({
      method: 'GET',
      path: '/audit-actors',
      summary: 'Whom the audit log may name: every person and API token there ever was',
      tags: ['audit'],
    })
    .meta({ role: 'admin' })
    .output(z.object({ items: z.array(auditEntrySchema.shape.actor.extend({ id: z.string() })) })),
};
