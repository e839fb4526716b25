import { createApiToken } from '#lib/auth/api-token.ts';
import { endApiToken } from '#lib/auth/end-api-token.ts';
import { getToken, listTokens } from '#lib/auth/list-tokens.ts';
import { AppError } from '#lib/errors.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const tokenHandlers = {
  list: procedure.tokens.list.handler(({ context, input }) => listTokens(context.services.db, input)),
  create: procedure.tokens.create.handler(({ context, input: { name, role, expiresAt } }) => {
    const end = expiresAt === null ? null : new Date(expiresAt);
    if (end && end.getTime() <= Date.now()) {
      const message = 'Choose an end that is still to come.';
      throw new AppError('INVALID', message, { fields: [{ field: 'expiresAt', message }] });
    }
    const { db, actor, requestId, address } = changing(context);
    return db.$transaction(async (tx) => {
      const made = await createApiToken(tx, { name, role, expiresAt: end }, actor, { requestId, address });
      return { item: await getToken(tx, made.id), token: made.token };
    });
  }),
  end: procedure.tokens.end.handler(({ context, input }) => {
    const by = changing(context);
    return by.db.$transaction(async (tx) => {
      await endApiToken(tx, input.id, by);
      return getToken(tx, input.id);
    });
  }),
};
