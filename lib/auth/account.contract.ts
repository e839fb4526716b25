import { z } from 'zod';
import { contract } from '#lib/http/contract-base.ts';
import { codeSchema, newPasswordSchema, presentPasswordSchema } from './credentials.ts';

const tags = ['my account'];

/** What the form for one's own password sends. */
export const ownPasswordSchema = z.object({ present: presentPasswordSchema, password: newPasswordSchema });

/** What is asked before one's second factor is switched on, changed or switched off. */
export const ownProofSchema = z.object({ password: presentPasswordSchema, code: codeSchema });
export type OwnProofInput = z.infer<typeof ownProofSchema>;

/** How one gets in. Only for somebody signed in: an API token has no account (404). */
export const accountContract = {
  secondFactor: contract
    .route({ method: 'GET', path: '/account/second-factor', summary: 'My second factor', tags })
    .meta({ role: 'viewer' })
    .output(z.object({ since: z.string().nullable(), recoveryCodesLeft: z.number().int() })),
  changePassword: contract
    .route({ method: 'POST', path: '/account/password', summary: 'Change my password', tags })
    .meta({ role: 'viewer' })
    .input(ownPasswordSchema)
    .output(z.object({ sessionsEnded: z.number().int() })),
  beginSecondFactor: contract
    .route({
      method: 'POST',
      path: '/account/second-factor/begin',
      summary: 'Make a secret for my authenticator app',
      tags,
    })
    .meta({ role: 'viewer' })
    .output(z.object({ secret: z.string(), url: z.string() })),
  confirmSecondFactor: contract
    .route({
      method: 'POST',
      path: '/account/second-factor/confirm',
      summary: 'Switch my second factor on',
      tags,
    })
    .meta({ role: 'viewer' })
    .input(ownProofSchema)
    .output(z.object({ recoveryCodes: z.array(z.string()), sessionsEnded: z.number().int() })),
  renewRecoveryCodes: contract
    .route({
      method: 'POST',
      path: '/account/second-factor/recovery-codes',
      summary: 'Make new recovery codes for me',
      tags,
    })
    .meta({ role: 'viewer' })
    .input(ownProofSchema)
    .output(z.object({ recoveryCodes: z.array(z.string()) })),
  switchOffSecondFactor: contract
    .route({
      method: 'POST',
      path: '/account/second-factor/off',
      summary: 'Switch my second factor off',
      tags,
    })
    .meta({ role: 'viewer' })
    .input(ownProofSchema)
    .output(z.object({ since: z.null() })),
};
