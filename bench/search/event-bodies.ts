import type { JsonObject } from '#lib/json.ts';
import type { Seeded } from '../seeded.ts';
import { cancellationBody } from './cancellation-body.ts';
import type { Homeowner } from './homeowner.ts';
import { largeProject } from './large-project.ts';

/** One kind of event as it is sent: its share of all, and a body about a homeowner. */
export type EventKind = {
  type: string;
  source: 'enerflo' | 'sunnova';
  known: boolean;
  /** Of a thousand events. */
  share: number;
  body: (made: Seeded, of: Homeowner) => JsonObject;
};

/** Statuses of installs by their share of a thousand: one common, one rare value to search for. */
const statuses: readonly [string, number][] = [
  ['Active', 420],
  ['Site survey', 240],
  ['Permitting', 180],
  ['Completed', 120],
  ['On Hold', 39],
  ['Rescinded', 1],
];

const notes = [
  'Called, no answer',
  'Left a message',
  'Utility bill is missing',
  'Roof photos are fine',
  'Wants a call back on Monday',
] as const;

/** Events of a dealer, with the keys of captured ones; fifty in a thousand carry about 70 KB. */
export const eventKinds: readonly EventKind[] = [
  { type: 'enerflo.v1.update_install', source: 'enerflo', known: true, share: 370, body: updateInstall },
  {
    type: 'enerflo.v1.project_milestone_updated',
    source: 'enerflo',
    known: true,
    share: 210,
    body: milestone,
  },
  { type: 'enerflo.v1.update_customer', source: 'enerflo', known: true, share: 120, body: updateCustomer },
  { type: 'enerflo.v1.new_install_note', source: 'enerflo', known: true, share: 100, body: note },
  {
    type: 'enerflo.v2.customer.updated.v2',
    source: 'enerflo',
    known: true,
    share: 77,
    body: customerUpdated,
  },
  {
    type: 'enerflo.v2.deal.projectSubmitted',
    source: 'enerflo',
    known: true,
    share: 50,
    body: largeProject,
  },
  { type: 'sunnova.project-block', source: 'sunnova', known: true, share: 58, body: projectBlock },
  { type: 'sunnova.cancellation-case', source: 'sunnova', known: true, share: 12, body: cancellationBody },
  { type: 'enerflo.roof_inspected', source: 'enerflo', known: false, share: 3, body: roofInspected },
];

function updateInstall(made: Seeded, of: Homeowner): JsonObject {
  return {
    webhook_event: 'update_install',
    id: of.installId,
    status: { id: made.int(1, 400), name: statusOf(made) },
    sales_company_id: 412,
    install_company_id: 77,
    office_id: 1000 + (of.number % 12),
    agreement_id: made.int(100_000, 9_999_999),
    deal_id: of.customerId + 3,
    customer: customerOf(of),
    agent: {
      id: 2000 + (of.number % 80),
      full_name: `Agent ${of.number % 80}`,
      email: `agent${of.number % 80}@example.com`,
    },
    solarData: { system_size: made.decimal(3, 16), panel_count: made.int(8, 40) },
    timestamps: times(made),
  };
}

function updateCustomer(made: Seeded, of: Homeowner): JsonObject {
  return {
    webhook_event: 'update_customer',
    ...customerOf(of),
    lead_source: 'Referral',
    timestamps: times(made),
  };
}

function customerOf(of: Homeowner): JsonObject {
  return {
    id: of.customerId,
    first_name: of.firstName,
    last_name: of.lastName,
    full_name: `${of.firstName} ${of.lastName}`,
    email: of.email,
    phone: of.phone,
    address: { street: of.street, city: of.city, state: 'AZ', zip: of.zip },
  };
}

function milestone(made: Seeded, of: Homeowner): JsonObject {
  const step = made.int(0, 7);
  return {
    body: {
      eventName: 'project_milestone_updated',
      install_milestone: { id: 1200 + step, sequence: step, title: `Milestone ${step}` },
      details: {
        id: of.installId * 8 + step,
        install_id: of.installId,
        title: `Milestone ${step}`,
        completed_on: made.flag() ? `2026-0${made.int(1, 9)}-${made.int(10, 28)}` : null,
        updated_at: times(made).updated_at ?? null,
      },
      install: { id: of.installId, office: { id: 1000 + (of.number % 12), name: of.city } },
    },
  };
}

function note(made: Seeded, of: Homeowner): JsonObject {
  return {
    webhook_event: 'new_install_note',
    id: made.int(100_000_000, 999_999_999),
    install_id: of.installId,
    note: `${made.pick(notes)} ${made.int(1, 9_999)}`,
    user_id: 300 + (of.number % 90),
    timestamps: times(made),
  };
}

function customerUpdated(made: Seeded, of: Homeowner): JsonObject {
  const current = {
    id: of.customerUuid,
    firstName: of.firstName,
    lastName: of.lastName,
    email: of.email,
    phone: of.phone,
    address: { line1: of.street, city: of.city, state: 'AZ', postalCode: of.zip },
  };
  return {
    event: 'customer.updated.v2',
    payload: {
      targetOrg: orgOf(of),
      initiatedBy: made.uuid(),
      current,
      previous: { id: of.customerUuid },
      changes: {},
    },
  };
}

function projectBlock(made: Seeded, of: Homeowner): JsonObject {
  return {
    System_Project: of.systemProject,
    System: `SYS-${of.number}`,
    Block_Type: made.pick(['Site Survey', 'Permit', 'Interconnection', 'Final Design']),
    Portal_Description: 'Hand in what is asked for',
    Status: made.pick(['Open', 'Submitted', 'Approved', 'Rejected']),
    Responsible_Party: 'Partner',
    System_Project_StageName: 'Engineering',
    System_Project_Status: 'Active',
    Project_Block_Rejection_Count: made.int(0, 3),
  };
}

function roofInspected(made: Seeded, of: Homeowner): JsonObject {
  return {
    webhook_event: 'roof_inspected',
    id: `roof-${of.number}-${made.int(1, 999)}`,
    score: made.decimal(0, 5),
  };
}

function orgOf(of: Homeowner): string {
  return `0b1f6f0e-7f0c-4a35-9a55-00000000000${of.number % 3}`;
}

function times(made: Seeded): JsonObject & { updated_at: string } {
  const updated_at = `2026-0${made.int(1, 9)}-${made.int(10, 28)} ${made.int(10, 23)}:${made.int(10, 59)}:${made.int(10, 59)}`;
  return { deleted_at: null, created_at: '2026-01-05 16:20:11', updated_at, timezone: 'UTC' };
}

function statusOf(made: Seeded): string {
  let place = made.int(0, 999);
  for (const [status, share] of statuses) {
    place -= share;
    if (place < 0) return status;
  }
  return 'Active';
}
