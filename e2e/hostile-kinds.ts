import { updateInstall } from '#lib/catalog/enerflo-v1/update-install.ts';
import { dealProjectSubmitted } from '#lib/catalog/enerflo-v2/deal-project-submitted.ts';
import type { EventType } from '#lib/catalog/event-type.ts';
import { sampleBody } from '#lib/catalog/sample-body.ts';
import { textsOf } from './in-each-text.ts';
import { cancellation, changeOrder, customer, projectBlock } from './samples.ts';
import type { Sender } from './sender.ts';

export type HostileKind = {
  /** A body of its own for each number. */
  body: (number: number) => Record<string, unknown>;
  /** Keys of what says which thing it is about and what kind of event it is: it stays as it is. */
  kept: string[];
  /** Where a field is that its own page shows. */
  shown: string;
  /** Where texts of 2 MB are not tried one by one: what another kind has too, or is a list of what is alike. */
  leftOut?: RegExp;
  send: (send: Sender, body: unknown) => Promise<string>;
};

const project = (number: number) => `a0X0000000${String(number).padStart(5, '0')}`;
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Bodies of every shape that comes, in which any text may be what it likes. */
export const hostileKinds: Record<string, HostileKind> = {
  'a customer': {
    body: (number) => customer({ id: number, external_id: `outside ${number}` }),
    kept: ['webhook_event', 'external_id'],
    shown: 'first_name',
    send: (send, body) => send.enerflo(body),
  },
  'an install': {
    body: (number) => ({ ...captured(updateInstall), id: number }),
    kept: ['webhook_event'],
    shown: 'status.name',
    leftOut: /^customer\.(?!full_name)/,
    send: (send, body) => send.enerflo(body),
  },
  'a submitted project': {
    body: (number) => withId(captured(dealProjectSubmitted), uuid(number)),
    kept: ['event', 'id'],
    shown: 'payload.deal.shortCode',
    leftOut: /\.design\.|\.signedContractFiles\.|^payload\.(targetOrg|initiatedBy)/,
    send: (send, body) => send.enerflo(body),
  },
  'a cancellation': {
    body: (number) => cancellation({ System_Project: project(number), Cancellation_Description: 'Moves' }),
    kept: ['System_Project', 'System', 'CreatedDate'],
    shown: 'Status',
    send: (send, body) => send.sunnova('cancellation-case', body),
  },
  'a change order': {
    body: (number) => changeOrder({ System_Project: project(number), Name: `SNV-PB-${number}` }),
    kept: ['System_Project', 'Name'],
    shown: 'Status',
    send: (send, body) => send.sunnova('change-order', body),
  },
  'a project block': {
    body: (number) =>
      projectBlock({ System_Project: project(number), Engineering_Review_Rejection_Reason: 'Too dark' }),
    kept: ['System_Project', 'System1'],
    shown: 'Status',
    send: (send, body) => send.sunnova('project-block', body),
  },
};

/** The places of a kind in which a text of 2 MB is tried. */
export function largePlaces({ body, kept, leftOut }: HostileKind) {
  return textsOf(body(0), kept).filter((place) => !leftOut?.test(place.join('.')));
}

/** The body of a type as it was captured in the field. */
function captured({ samples, name }: EventType): Record<string, unknown> {
  const sample = samples.find(({ evidence }) => evidence === 'captured');
  if (!sample) throw new Error(`Nothing was captured of ${name}.`);
  return Object(sampleBody(sample));
}

/** A submission of a deal and a customer of its own. */
function withId(submission: Record<string, unknown>, id: string): Record<string, unknown> {
  const { deal, customer: homeowner, ...rest } = Object(submission.payload);
  return { ...submission, payload: { ...rest, deal: { ...deal, id }, customer: { ...homeowner, id } } };
}
