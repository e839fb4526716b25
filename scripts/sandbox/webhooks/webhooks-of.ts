import type { Change } from '../enerflo/state/change.ts';
import type { Random } from '../day/random.ts';
import { v1Appointment, v1ChangeOrder, v1Deal, v1Note } from './bodies/v1-rest.ts';
import { v1CustomerEvent, v1CustomerNote } from './bodies/v1-customer.ts';
import {
  type InstallEvent,
  type Seen,
  v1InstallFlat,
  v1InstallWrapped,
  v1Milestone,
} from './bodies/v1-install.ts';
import { v2CustomerCreated, v2CustomerUpdated } from './bodies/v2-customer.ts';
import { v2DealBare, v2DealCreated, v2DealUpdated, v2Design } from './bodies/v2-deal.ts';
import { v2Submission } from './bodies/v2-submission.ts';
import type { DesignChange } from './design-change.ts';
import type { Subscription } from './subscription.ts';

/** What a body is made of when its time has come. */
export type Making = { installs: Subscription['installs']; at: number };

/** A webhook that follows a change: after so many ms, and with what in it by then. */
export type Due = {
  version: 'v1' | 'v2';
  event: string;
  delay: number;
  /** Set where the body has no time of its own: the posts of one lane must not overtake each other. */
  lane?: string;
  body: (making: Making) => object;
};

const second = 1_000;

/**
 * The webhooks that Enerflo sends after a change, with the habits that were seen (field facts 2, 3, 7):
 * customer.created comes two or three times within two seconds and some copies are empty; update_appointment follows
 * every new appointment at once, in a race with new_appointment, and comes two or three times over 15 to 90 s; what the
 * API writes comes back like any other change; of a lead with install only the essential ones are sent.
 */
export function webhooksOf(seen: Seen, change: Change | DesignChange, random: Random): Due[] {
  const soon = () => random.whole(200, 1_200);
  const v1 = (event: string, body: Due['body'], delay = soon()): Due => ({ version: 'v1', event, delay, body });
  const v2 = (event: string, about: string, body: Due['body'], delay = soon()): Due => ({
    version: 'v2',
    event,
    delay,
    body,
    lane: `v2 ${about}`,
  });
  const envelopeOf = (companyId: number, userId: number | null) => ({
    targetOrg: seen.companies.get(companyId)?.uuid ?? '',
    initiatedBy: seen.users.get(userId ?? 0)?.uuid ?? [...seen.users.values()][0]?.uuid ?? '',
  });
  const install = (event: InstallEvent, id: number, delay?: number): Due =>
    v1(
      event,
      ({ installs }) => {
        const row = now(seen.installs, id);
        return installs === 'guide'
          ? v1InstallWrapped(seen, event, row)
          : v1InstallFlat(seen, event, row);
      },
      delay,
    );

  switch (change.entity) {
    case 'customer': {
      const { id, before, after, by } = change;
      const envelope = envelopeOf(after.companyId, by === 'person' ? after.agentUserId : null);
      if (!before) {
        const first = v1('new_customer', () => v1CustomerEvent('new_customer', now(seen.customers, id)));
        if (by === 'lead-installs') return [first];
        // The body as it was made: a copy is a copy.
        const copies = Array.from({ length: random.whole(2, 3) }, (_, copy) => {
          const empty = copy > 0 && random.chance(0.4);
          const delay = copy === 0 ? soon() : random.whole(800, 2 * second);
          return v2('customer.created', after.uuid, () => v2CustomerCreated(envelope, after, { empty }), delay);
        });
        return [first, ...copies];
      }
      const note = after.notes.length > before.notes.length ? after.notes.at(-1) : undefined;
      if (note) return [v1('new_note', () => v1CustomerNote(after, note))];
      return [
        v1('update_customer', () => v1CustomerEvent('update_customer', now(seen.customers, id))),
        v2('customer.updated.v2', after.uuid, () => v2CustomerUpdated(envelope, before, after)),
      ];
    }
    case 'deal': {
      const { before, after, what } = change;
      const customer = () => seen.customers.get(after.customerId) ?? null;
      const rep = seen.users.get(after.agentUserId ?? 0) ?? null;
      const envelope = envelopeOf(after.companyId, after.agentUserId);
      const around = () => ({ customer: customer(), rep });
      if (!before) {
        return [
          v1('new_survey', () => v1Deal('new_survey', after)),
          v2('deal.created.bare', after.uuid, () => v2DealBare('deal.created.bare', envelope, after)),
          v2('deal.created', after.uuid, () => v2DealCreated(envelope, after, around())),
        ];
      }
      const updated = [
        v1('update_survey', () => v1Deal('update_survey', after)),
        v2('deal.updated.bare', after.uuid, () => v2DealBare('deal.updated.bare', envelope, after)),
        v2('deal.updated.v2', after.uuid, () => v2DealUpdated(envelope, before, after, around())),
      ];
      if (what !== 'submitted' && what !== 'resubmitted') return updated;
      const submission = (at: number) => ({
        deal: after,
        customer: now(seen.customers, after.customerId),
        rep,
        sales: now(seen.companies, after.companyId),
        installer: now(seen.companies, after.installCompanyId),
        at,
      });
      const installer = envelopeOf(after.installCompanyId, after.agentUserId);
      return [
        ...updated,
        v2('deal.projectSubmitted', after.uuid, ({ at }) =>
          v2Submission('deal.projectSubmitted', envelope, submission(at)),
        ),
        v2('deal.projectReceived', after.uuid, ({ at }) =>
          v2Submission('deal.projectReceived', installer, submission(at)),
        ),
      ];
    }
    case 'design':
    case 'designRequest': {
      const name = change.entity === 'design' ? 'design' : 'design-request';
      const envelope = envelopeOf(change.deal.companyId, change.deal.agentUserId);
      const events = [`${name}.${change.what}`];
      if (name === 'design-request') events.push(`${name}.${change.what}.design-team`);
      return events.map((event) =>
        v2(event, change.deal.uuid, () => v2Design(event, envelope, change)),
      );
    }
    case 'install': {
      const { id, what, by } = change;
      if (what === 'created') {
        if (by === 'lead-installs') return [install('new_install', id)];
        return [
          install('new_install', id),
          install('submit_install', id),
          install('update_install', id, random.whole(2, 20) * second),
        ];
      }
      return what === 'restored'
        ? [install('restore_install', id), install('update_install', id)]
        : [install('update_install', id)];
    }
    case 'milestone':
      return [v1('project_milestone_updated', () => v1Milestone(seen, now(seen.milestones, change.id)))];
    case 'note':
      return change.what === 'created' ? [v1('new_install_note', () => v1Note(seen, change.after))] : [];
    case 'changeOrder':
      return change.what === 'signed'
        ? [v1('signed_change_order', () => v1ChangeOrder(seen, change.after))]
        : [];
    case 'appointment': {
      const { id, what } = change;
      // As it stands when it is sent: what tells no time must not take back a later change.
      const told = (event: Parameters<typeof v1Appointment>[1], delay = soon()): Due => ({
        ...v1(event, () => v1Appointment(seen, event, now(seen.appointments, id)), delay),
        lane: `appointment ${id}`,
      });
      const again = Array.from({ length: random.whole(1, 2) }, () =>
        told('update_appointment', random.whole(15, 90) * second),
      );
      if (what === 'created') return [told('new_appointment'), told('update_appointment'), ...again];
      if (what === 'updated') return [told('update_appointment'), ...again];
      if (what === 'confirmed') return [told('confirm_appointment'), told('update_appointment')];
      return [told('delete_appointment')];
    }
    default:
      return [];
  }
}

/** The row as it is by now. Rows are never taken away. */
function now<Row>(table: ReadonlyMap<number, Row>, id: number): Row {
  const row = table.get(id);
  if (row === undefined) throw new Error(`The stand-in Enerflo has nothing under ${id}.`);
  return row;
}
