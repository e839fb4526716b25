import { z } from 'zod';
import { contract, idSchema, instantSchema, pageQuery, pageSchema } from '#lib/http/contract-base.ts';
import { roles } from './roles.ts';

/**
 * Whether a token lets somebody in: it does, its end came, a person ended it, or its maker is deactivated (and it counts
 * again should the maker come back).
 */
export const tokenStates = ['active', 'expired', 'ended', 'stopped'] as const;

export const tokenItemSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  /** The role it has at this moment: never more than its maker's. */
  roleNow: z.enum(roles),
  state: z.enum(tokenStates),
  /** Who made it; null for one made on the command line. */
  createdBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  createdAt: z.string(),
  /** When it ends by itself; null: never. */
  expiresAt: z.string().nullable(),
  /** To the minute. */
  lastUsedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});
export type TokenItem = z.infer<typeof tokenItemSchema>;

export const newTokenSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Say what uses the token, such as nightly export')
    .max(120, 'Keep the name under 120 characters'),
  role: z.enum(roles),
  /** When it ends by itself; null for no end. It must be said. */
  expiresAt: instantSchema.nullable(),
});

export const tokensContract = {
  list: contract
    .route({ method: 'GET', path: '/tokens', summary: 'API tokens, newest first', tags: ['tokens'] })
    .meta({ role: 'admin' })
    .input(z.object(pageQuery))
    .output(pageSchema(tokenItemSchema)),
  create: contract
    .route({
      method: 'POST',
      path: '/tokens',
      summary: 'Make an API token; the answer is the only place that ever shows it',
      tags: ['tokens'],
    })
    .meta({ role: 'admin' })
    .input(newTokenSchema)
    .output(z.object({ item: tokenItemSchema, token: z.string() })),
  end: contract
    .route({
      method: 'POST',
      path: '/tokens/{id}/end',
      summary: 'End an API token at once and for good',
      tags: ['tokens'],
    })
    .meta({ role: 'admin' })
    .input(z.object({ id: idSchema }))
    .output(tokenItemSchema),
};
