import { beginSecondFactor } from '#lib/auth/begin-second-factor.ts';
import { changeOwnPassword } from '#lib/auth/change-own-password.ts';
import { confirmSecondFactor } from '#lib/auth/confirm-second-factor.ts';
import { sessionToken } from '#lib/auth/current-actor.ts';
import type { OwnAccount } from '#lib/auth/own-account.ts';
import { ownSecondFactor, renewRecoveryCodes, switchOffSecondFactor } from '#lib/auth/own-second-factor.ts';
import { AppError } from '#lib/errors.ts';
import { type ApiContext, procedure } from '../procedure.ts';

export const accountHandlers = {
  secondFactor: procedure.account.secondFactor.handler(async ({ context }) => {
    const { db, actor } = accountOf(context);
    const { since, recoveryCodesLeft } = await ownSecondFactor(db, actor.id);
    return { since: since?.toISOString() ?? null, recoveryCodesLeft };
  }),
  changePassword: procedure.account.changePassword.handler(({ context, input }) =>
    changeOwnPassword(accountOf(context), input),
  ),
  beginSecondFactor: procedure.account.beginSecondFactor.handler(({ context }) =>
    beginSecondFactor(accountOf(context)),
  ),
  confirmSecondFactor: procedure.account.confirmSecondFactor.handler(({ context, input }) =>
    confirmSecondFactor(accountOf(context), input),
  ),
  renewRecoveryCodes: procedure.account.renewRecoveryCodes.handler(async ({ context, input }) => ({
    recoveryCodes: await renewRecoveryCodes(accountOf(context), input),
  })),
  switchOffSecondFactor: procedure.account.switchOffSecondFactor.handler(async ({ context, input }) => {
    await switchOffSecondFactor(accountOf(context), input);
    return { since: null };
  }),
};

/** The account of who asks, by the session they ask with. */
function accountOf({ services, request, requestId, address, actor }: ApiContext): OwnAccount {
  const token = sessionToken(request.headers);
  if (actor.kind !== 'user' || token === null) {
    throw new AppError('NOT_FOUND', 'An API token has no account of its own. Sign in as a person for this.');
  }
  const { db, pool, box } = services;
  return { db, pool, box, actor, sessionToken: token, address, requestId };
}
