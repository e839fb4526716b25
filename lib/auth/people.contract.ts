import { z } from 'zod';
import { contract, idSchema } from '#lib/http/contract-base.ts';
import { emailSchema, personNameSchema } from './credentials.ts';
import { roles } from './roles.ts';

const roleSchema = z.enum(roles);
const tags = ['people'];

export const personItemSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  /** `invited`: has not chosen a password yet. */
  state: z.enum(['invited', 'active', 'deactivated']),
  secondFactor: z.boolean(),
  lastSeenAt: z.string().nullable(),
  createdAt: z.string(),
  /** API tokens that this person made and that still count. */
  tokens: z.number().int(),
  /** The last one-time link made for this person, unless it was used; `open` while it counts. */
  link: z
    .object({ purpose: z.enum(['invite', 'reset']), expiresAt: z.string(), open: z.boolean() })
    .nullable(),
  /** Who asks. */
  you: z.boolean(),
});
export type PersonItem = z.infer<typeof personItemSchema>;

const linkSchema = z.object({
  purpose: z.enum(['invite', 'reset']),
  /** The address to hand over; it is in no later answer. */
  url: z.string(),
  expiresAt: z.string(),
});
export type PasswordLink = z.infer<typeof linkSchema>;

export const invitationSchema = z.object({ name: personNameSchema, email: emailSchema, role: roleSchema });
export type Invitation = z.infer<typeof invitationSchema>;

const ofOne = z.object({ id: idSchema });
const done = z.object({ id: z.string() });

export const peopleContract = {
  list: contract
    .route({ method: 'GET', path: '/people', summary: 'Everybody who has an account', tags })
    .meta({ role: 'admin' })
    .output(z.object({ items: z.array(personItemSchema), nextCursor: z.null() })),
  invite: contract
    .route({ method: 'POST', path: '/people', summary: 'Invite a person', tags })
    .meta({ role: 'admin' })
    .input(invitationSchema)
    .output(z.object({ id: z.string(), link: linkSchema })),
  change: contract
    .route({ method: 'PATCH', path: '/people/{id}', summary: 'Change a person’s name or role', tags })
    .meta({ role: 'admin' })
    .input(ofOne.extend({ name: personNameSchema.optional(), role: roleSchema.optional() }))
    .output(done),
  link: contract
    .route({
      method: 'POST',
      path: '/people/{id}/link',
      summary: 'Make a one-time link to choose a password: an invitation anew, or a reset',
      tags,
    })
    .meta({ role: 'admin' })
    .input(ofOne)
    .output(linkSchema),
  deactivate: contract
    .route({ method: 'POST', path: '/people/{id}/deactivate', summary: 'Shut a person out', tags })
    .meta({ role: 'admin' })
    .input(ofOne)
    .output(done),
  reactivate: contract
    .route({ method: 'POST', path: '/people/{id}/reactivate', summary: 'Let a person in again', tags })
    .meta({ role: 'admin' })
    .input(ofOne)
    .output(done),
  endSecondFactor: contract
    .route({
      method: 'POST',
      path: '/people/{id}/second-factor/off',
      summary: 'Switch off the second factor of somebody who lost it',
      tags,
    })
    .meta({ role: 'admin' })
    .input(ofOne)
    .output(done),
};
