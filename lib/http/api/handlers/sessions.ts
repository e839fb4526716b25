import { sessionOfRequest } from '#lib/auth/current-actor.ts';
import { listSessions, sessionsOf } from '#lib/auth/list-sessions.ts';
import { revokeOtherSessions, revokeSession } from '#lib/auth/revoke-sessions.ts';
import { changing } from '../changing.ts';
import { type ApiContext, procedure } from '../procedure.ts';

const current = ({ services, request }: ApiContext) => sessionOfRequest(services.db, request);

export const sessionHandlers = {
  mine: procedure.sessions.mine.handler(async ({ context }) => {
    const { services, actor } = context;
    // An API token is nobody's browser.
    if (actor.kind !== 'user') return { items: [] };
    return { items: await sessionsOf(services.db, actor.id, await current(context)) };
  }),
  all: procedure.sessions.all.handler(async ({ context, input }) =>
    listSessions(context.services.db, input, await current(context)),
  ),
  end: procedure.sessions.end.handler(async ({ context, input }) => {
    const by = changing(context);
    await revokeSession(by.db, input.id, by);
    return { ended: 1 };
  }),
  endOthers: procedure.sessions.endOthers.handler(async ({ context }) => {
    const by = changing(context);
    return { ended: await revokeOtherSessions(by.db, await current(context), by) };
  }),
};
