import { z } from 'zod';
import { headerProblem, isCredentialHeader, isCredentialParameter } from '#lib/http/outbound/header-rules.ts';

export const destinationMethods = ['POST', 'PUT', 'PATCH'] as const;

/** How Heliograph signs in at a destination, with the words of the form. */
export const destinationAuths = {
  none: 'No sign-in',
  basic: 'User name and password',
  bearer: 'Bearer token',
} as const;
export type DestinationAuth = keyof typeof destinationAuths;
const authNames = ['none', 'basic', 'bearer'] as const satisfies readonly DestinationAuth[];

/** Set on every request by the delivery itself. */
const ownHeaders = ['content-type', 'idempotency-key', 'heliograph-event', 'user-agent'];

const url = z
  .string()
  .trim()
  .max(2_000, 'The address has at most 2,000 characters.')
  .superRefine((text, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    if (!URL.canParse(text)) return refuse('Write a full address such as https://crm.example.com/contacts.');
    const { protocol, username, password, searchParams } = new URL(text);
    if (protocol !== 'https:' && protocol !== 'http:')
      refuse('The address must start with https:// or http://.');
    if (username !== '' || password !== '')
      refuse('Put the user name and password in the sign-in fields, not in the address.');
    const secret = [...searchParams.keys()].find(isCredentialParameter);
    if (secret !== undefined)
      refuse(`The parameter ${secret} looks like a secret, which an address cannot keep.`);
  });

const headers = z.record(z.string(), z.string()).superRefine((all, context) => {
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(all)) {
    const lower = name.toLowerCase();
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: [name], message });
    const problem = headerProblem(name, value);
    if (problem) refuse(problem);
    else if (seen.has(lower)) refuse(`The header ${name} is there twice.`);
    else if (ownHeaders.includes(lower)) refuse(`The header ${name} is set by Heliograph itself.`);
    else if (isCredentialHeader(name))
      refuse(`The header ${name} carries a secret: use the sign-in fields, which keep it sealed.`);
    seen.add(lower);
  }
});

/** A destination as the form sends it. Left out, `secret` keeps the stored one; it is never read back. */
export const destinationInputSchema = z
  .strictObject({
    name: z.string().trim().min(1, 'Give the destination a name.').max(100),
    method: z.enum(destinationMethods),
    url,
    headers,
    auth: z.enum(authNames),
    username: z.string().trim().max(200).nullish(),
    secret: z
      .string()
      .min(1)
      .max(4_000)
      .regex(/^[\x20-\x7e]*$/, 'It has a character that cannot be sent in a header.')
      .nullish(),
    repeatSafe: z.boolean(),
  })
  .superRefine(({ auth, username }, context) => {
    if (auth === 'basic' && !username)
      context.addIssue({ code: 'custom', path: ['username'], message: 'Give the user name.' });
    if (auth === 'basic' && username?.includes(':')) {
      context.addIssue({ code: 'custom', path: ['username'], message: 'A user name cannot hold a colon.' });
    }
    if (auth === 'basic' && username && !/^[\x20-\x7e]*$/.test(username)) {
      context.addIssue({
        code: 'custom',
        path: ['username'],
        message: 'It has a character that cannot be sent in a header.',
      });
    }
  });

/** A destination as screens and the API see it. */
export const destinationSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  name: z.string(),
  method: z.enum(destinationMethods),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  auth: z.enum(authNames),
  username: z.string().nullable(),
  /** Whether a password or token is stored. */
  hasSecret: z.boolean(),
  repeatSafe: z.boolean(),
});

export type DestinationInput = z.infer<typeof destinationInputSchema>;
export type DestinationDto = z.infer<typeof destinationSchema>;
