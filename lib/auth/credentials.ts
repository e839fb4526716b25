import { z } from 'zod';
import { passwordLength } from './limits.ts';

/** An e-mail address as accounts are kept: trimmed, in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This is longer than an e-mail address can be')
  .pipe(z.email('Enter an e-mail address, such as name@example.com'));

/** What the sign-in page sends. Safe in a browser. */
export const signInSchema = z.strictObject({
  email: emailSchema,
  password: z
    .string()
    .min(1, 'Enter your password')
    .max(passwordLength.most, `A password has at most ${passwordLength.most} characters`),
});

export type SignInInput = z.infer<typeof signInSchema>;

/** What the first-run page sends. Safe in a browser. */
export const firstAdminSchema = z.strictObject({
  name: z.string().trim().min(1, 'Enter your name').max(120, 'Keep the name under 120 characters'),
  email: emailSchema,
  password: z
    .string()
    .min(passwordLength.least, `Choose at least ${passwordLength.least} characters`)
    .max(passwordLength.most, `Choose at most ${passwordLength.most} characters`),
  code: z
    .string()
    .trim()
    .min(1, 'Enter the code printed when Heliograph started')
    .max(60, 'This is longer than the code'),
});

export type FirstAdminInput = z.infer<typeof firstAdminSchema>;
