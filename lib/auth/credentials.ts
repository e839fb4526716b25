import { z } from 'zod';
import { passwordLength } from './limits.ts';

/** An e-mail address as accounts are kept: trimmed, in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This is longer than an e-mail address can be')
  .pipe(z.email('Enter an e-mail address, such as name@example.com'));

/** A password that is there already, as somebody types it to be let in. */
export const presentPasswordSchema = z
  .string()
  .min(1, 'Enter your password')
  .max(passwordLength.most, `A password has at most ${passwordLength.most} characters`);

/** A password that somebody chooses. */
export const newPasswordSchema = z
  .string()
  .min(passwordLength.least, `Choose at least ${passwordLength.least} characters`)
  .max(passwordLength.most, `Choose at most ${passwordLength.most} characters`);

export const personNameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name')
  .max(120, 'Keep the name under 120 characters');

/** A code of the second factor: six digits of the app, or a recovery code. */
export const codeSchema = z.string().trim().min(1, 'Enter a code').max(40, 'This is longer than a code');

/** What the sign-in page sends; the code only where it was asked for. Safe in a browser. */
export const signInSchema = z.strictObject({
  email: emailSchema,
  password: presentPasswordSchema,
  code: z.string().trim().max(40, 'This is longer than a code').optional(),
});

export type SignInInput = z.infer<typeof signInSchema>;

/** What the first-run page sends. Safe in a browser. */
export const firstAdminSchema = z.strictObject({
  name: z.string().trim().min(1, 'Enter your name').max(120, 'Keep the name under 120 characters'),
  email: emailSchema,
  password: newPasswordSchema,
  code: z
    .string()
    .trim()
    .min(1, 'Enter the code printed when Heliograph started')
    .max(60, 'This is longer than the code'),
});

export type FirstAdminInput = z.infer<typeof firstAdminSchema>;

/** The secret of a one-time link, as it stands behind the # of its address. */
export const linkTokenSchema = z.strictObject({ token: z.string().min(1).max(200) });

/** What the choose-password page sends. Safe in a browser. */
export const choosePasswordSchema = z.strictObject({
  ...linkTokenSchema.shape,
  password: newPasswordSchema,
});

export type ChoosePasswordInput = z.infer<typeof choosePasswordSchema>;
