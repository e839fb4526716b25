import { updateInstall } from '#lib/catalog/enerflo-v1/update-install.ts';
import { dealProjectSubmitted } from '#lib/catalog/enerflo-v2/deal-project-submitted.ts';
import type { EventType } from '#lib/catalog/event-type.ts';
import { sampleBody } from '#lib/catalog/sample-body.ts';
import { contractSigned } from '#lib/catalog/sunnova/contract-signed.ts';
import { creditStatus } from '#lib/catalog/sunnova/credit-status.ts';
import { designComplete } from '#lib/catalog/sunnova/design-complete.ts';
import { leadAssignment } from '#lib/catalog/sunnova/lead-assignment.ts';
import { leadStatus } from '#lib/catalog/sunnova/lead-status.ts';
import { placesOf } from './in-each-text.ts';
import { cancellation, changeOrder, customer, projectBlock } from './samples.ts';
import type { Sender } from './sender.ts';

/** The senders of an installation, and a CRM. */
export type Senders = Pick<Sender, 'enerflo' | 'sunnova'> & { crm: (body: unknown) => Promise<string> };

export type HostileKind = {
  /** A body of its own for each number. */
  body: (number: number) => Record<string, unknown>;
  /** Paths of what says which thing it is about and what kind of event it is. */
  kept: string[];
  /** Where a field is that its record's page shows; null where it tells of no record. */
  shown: string | null;
  send: (send: Senders, body: unknown) => Promise<string>;
};

const project = (number: number) => `a0X0000000${String(number).padStart(5, '0')}`;
const lead = (number: number) => `00Q0000000${String(number).padStart(5, '0')}`;
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Bodies of every shape that comes, in which any value may be what it likes. */
export const hostileKinds: Record<string, HostileKind> = {
  'a customer': {
    body: (number) => customer({ id: number, external_id: `outside ${number}` }),
    kept: ['webhook_event', 'id', 'external_id'],
    shown: 'first_name',
    send: (send, body) => send.enerflo(body),
  },
  'an install': {
    body: (number) => ({ ...sampleOf(updateInstall), id: number }),
    kept: ['webhook_event', 'id'],
    shown: 'status.name',
    send: (send, body) => send.enerflo(body),
  },
  'a submitted project': {
    body: (number) => withId(sampleOf(dealProjectSubmitted), uuid(number)),
    kept: ['event', 'payload.deal.id', 'payload.customer.id'],
    shown: 'payload.deal.shortCode',
    send: (send, body) => send.enerflo(body),
  },
  'an event that nobody knows': {
    body: (number) => ({
      event: 'roof.inspected',
      payload: { id: `${number}`, inspector: { name: 'Ines Inspector' }, found: ['a hole', 3, null, true] },
    }),
    kept: ['event'],
    shown: null,
    send: (send, body) => send.enerflo(body),
  },
  'an event of a CRM': {
    body: (number) => ({
      event: 'contact.updated',
      id: number,
      properties: { firstname: 'Cora', lifecyclestage: null, score: 7, subscribed: false },
      tags: ['solar', 'battery'],
    }),
    kept: ['event', 'id'],
    shown: null,
    send: (send, body) => send.crm(body),
  },
  'a cancellation': {
    body: (number) => cancellation({ System_Project: project(number) }),
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
    body: (number) => projectBlock({ System_Project: project(number) }),
    kept: ['System_Project', 'System1'],
    shown: 'Status',
    send: (send, body) => send.sunnova('project-block', body),
  },
  'an assigned lead': ofSunnova(leadAssignment, ['Id'], 'Status', (number) => ({ Id: lead(number) })),
  'the status of a lead': ofSunnova(leadStatus, ['Id'], 'Status', (number) => ({ Id: lead(number) })),
  'a credit status': ofSunnova(
    creditStatus,
    ['lead_person', 'Credit_Run_Date'],
    'Credit_Status',
    (number) => ({
      lead_person: project(number),
    }),
  ),
  'a signed contract': ofSunnova(
    contractSigned,
    ['Lead_Quote_Id'],
    'Installation_Partner_Account',
    (number) => ({
      Lead_Quote_Id: project(number),
    }),
  ),
  'a complete design': ofSunnova(designComplete, ['lead_system'], 'System_Design_Status', (number) => ({
    lead_system: project(number),
  })),
};

/**
 * The places of a kind in which texts of 2 MB are tried: each value of its body. A request has room for two of them, so
 * they go in pairs; the one whose page is opened too goes by itself.
 */
export function largePlaces({ body, shown }: HostileKind) {
  const all = placesOf(body(0), []);
  const others = all.filter((place) => place.join('.') !== shown);
  const pairs = Array.from({ length: Math.ceil(others.length / 2) }, (_, at) =>
    others.slice(2 * at, 2 * at + 2),
  );
  return shown === null ? pairs : [all.filter((place) => place.join('.') === shown), ...pairs];
}

/** An event of Sunnova as its page prints it, with an id of its own. */
function ofSunnova(
  type: EventType,
  kept: string[],
  shown: string,
  own: (number: number) => Record<string, string>,
): HostileKind {
  return {
    body: (number) => ({ ...sampleOf(type), ...own(number) }),
    kept,
    shown,
    send: (send, body) => send.sunnova(type.vendorName, body),
  };
}

/** The body of a type as it was captured in the field, else as the vendor prints it. */
function sampleOf({ samples, name }: EventType): Record<string, unknown> {
  const sample = samples.find(({ evidence }) => evidence === 'captured') ?? samples[0];
  if (!sample) throw new Error(`There is no sample of ${name}.`);
  return Object(sampleBody(sample));
}

/** A submission of a deal and a customer of its own. */
function withId(submission: Record<string, unknown>, id: string): Record<string, unknown> {
  const { deal, customer: homeowner, ...rest } = Object(submission.payload);
  return { ...submission, payload: { ...rest, deal: { ...deal, id }, customer: { ...homeowner, id } } };
}
