import type { Actor } from '#lib/audit/audit.ts';
import { changePerson } from '#lib/auth/change-person.ts';
import { deactivatePerson } from '#lib/auth/deactivate-person.ts';
import { endSecondFactorOf } from '#lib/auth/end-second-factor.ts';
import { invitePerson } from '#lib/auth/invite-person.ts';
import { listPeople } from '#lib/auth/list-people.ts';
import { makePasswordLink } from '#lib/auth/make-password-link.ts';
import type { MadeLink } from '#lib/auth/one-time-link.ts';
import type { PasswordLink } from '#lib/auth/people.contract.ts';
import { reactivatePerson } from '#lib/auth/reactivate-person.ts';
import { AppError } from '#lib/errors.ts';
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
  link: procedure.people.link.handler(async ({ context, input: { id } }) => {
    refuseOwn(context.actor, id, 'Change your own password under My settings.');
    return shown(await makePasswordLink(context.services.db, id, changing(context)));
  }),
  deactivate: procedure.people.deactivate.handler(async ({ context, input: { id } }) => {
    await deactivatePerson(context.services.db, id, changing(context));
    return { id };
  }),
  reactivate: procedure.people.reactivate.handler(async ({ context, input: { id } }) => {
    await reactivatePerson(context.services.db, id, changing(context));
    return { id };
  }),
  endSecondFactor: procedure.people.endSecondFactor.handler(async ({ context, input: { id } }) => {
    refuseOwn(context.actor, id, 'Switch your own second factor off under My settings, with a code.');
    await endSecondFactorOf(context.services.db, id, changing(context));
    return { id };
  }),
};

/** Whoever finds an admin's browser open gets no way round the password and the code that My settings asks for. */
function refuseOwn(actor: Actor, id: string, message: string): void {
  if (actor.id === id) throw new AppError('CONFLICT', message);
}

function shown({ purpose, url, expiresAt }: MadeLink): PasswordLink {
  return { purpose, url, expiresAt: expiresAt.toISOString() };
}
