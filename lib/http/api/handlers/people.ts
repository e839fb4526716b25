import { changePerson } from '#lib/auth/change-person.ts';
import { deactivatePerson } from '#lib/auth/deactivate-person.ts';
import { endSecondFactorOf } from '#lib/auth/end-second-factor.ts';
import { invitePerson } from '#lib/auth/invite-person.ts';
import { listPeople } from '#lib/auth/list-people.ts';
import { makePasswordLink } from '#lib/auth/make-password-link.ts';
import type { MadeLink } from '#lib/auth/one-time-link.ts';
import type { PasswordLink } from '#lib/auth/people.contract.ts';
import { reactivatePerson } from '#lib/auth/reactivate-person.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const peopleHandlers = {
  list: procedure.people.list.handler(async ({ context: { services, actor } }) => ({
    items: await listPeople(services.db, actor.id),
    nextCursor: null,
  })),
  invite: procedure.people.invite.handler(async ({ context, input }) => {
    const { id, link } = await invitePerson(context.services.db, input, changing(context));
    return { id, link: shown(link) };
  }),
  change: procedure.people.change.handler(async ({ context, input: { id, ...wanted } }) => {
    await changePerson(context.services.db, id, wanted, changing(context));
    return { id };
  }),
  link: procedure.people.link.handler(async ({ context, input: { id } }) =>
    shown(await makePasswordLink(context.services.db, id, changing(context))),
  ),
  deactivate: procedure.people.deactivate.handler(async ({ context, input: { id } }) => {
    await deactivatePerson(context.services.db, id, changing(context));
    return { id };
  }),
  reactivate: procedure.people.reactivate.handler(async ({ context, input: { id } }) => {
    await reactivatePerson(context.services.db, id, changing(context));
    return { id };
  }),
  endSecondFactor: procedure.people.endSecondFactor.handler(async ({ context, input: { id } }) => {
    await endSecondFactorOf(context.services.db, id, changing(context));
    return { id };
  }),
};

function shown({ purpose, url, expiresAt }: MadeLink): PasswordLink {
  return { purpose, url, expiresAt: expiresAt.toISOString() };
}
