import { z } from 'zod';
import { contract, idSchema, pageQuery, pageSchema } from '#lib/http/contract-base.ts';

export const sessionItemSchema = z.object({
  id: z.string(),
  person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  /** As the browser calls itself: `Chrome on Windows`. */
  browser: z.string(),
  /** The network address it was begun from. */
  address: z.string().nullable(),
  startedAt: z.string(),
  /** To the minute. */
  lastSeenAt: z.string(),
  /** When it ends if it is not used. */
  endsAt: z.string(),
  /** The one that asks. */
  current: z.boolean(),
});
export type SessionItem = z.infer<typeof sessionItemSchema>;

const ended = z.object({ ended: z.number().int() });

/** Signed-in browsers: everybody sees and ends the own ones, an admin all. */
export const sessionsContract = {
  mine: contract
    .route({ method: 'GET', path: '/sessions/mine', summary: 'My open sessions', tags: ['sessions'] })
    .meta({ role: 'viewer' })
    .output(z.object({ items: z.array(sessionItemSchema) })),
  all: contract
    .route({
      method: 'GET',
      path: '/sessions',
      summary: 'The open sessions of everybody, begun last first',
      tags: ['sessions'],
    })
    .meta({ role: 'admin' })
    .input(z.object({ person: idSchema.optional(), ...pageQuery }))
    .output(pageSchema(sessionItemSchema)),
  end: contract
    .route({
      method: 'POST',
      path: '/sessions/{id}/end',
      summary: 'End a session of mine, or as an admin anybody’s',
      tags: ['sessions'],
    })
    .meta({ role: 'viewer' })
    .input(z.object({ id: idSchema }))
    .output(ended),
  endOthers: contract
    .route({
      method: 'POST',
      path: '/sessions/end-others',
      summary: 'End all my sessions but this one',
      tags: ['sessions'],
    })
    .meta({ role: 'viewer' })
    .output(ended),
};
