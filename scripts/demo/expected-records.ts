import type { Json } from '#lib/json.ts';
import type { StandInEnerflo } from '../sandbox/enerflo/start-enerflo.ts';
import type { StandInSunnova } from '../sandbox/sunnova/start-sunnova.ts';

/** What the vendors of the demo have. */
export type Vendors = { enerflo: Pick<StandInEnerflo, 'state'>; sunnova: Pick<StandInSunnova, 'state'> };

export type ExpectedRecord = { kind: string; id: string; fields: Record<string, Json> };

/** Every record that the stand-ins have, with what the console would know of it by now. */
export function* expectedRecords({ enerflo, sunnova }: Vendors): Generator<ExpectedRecord> {
  const { state } = enerflo;
  const iso = (time: Date) => time.toISOString();
  for (const row of state.customers.values()) {
    const { firstName, lastName, email, street, city, zip, status } = row;
    const fields = { firstName, lastName, email, street, city, zip, state: row.state };
    yield { kind: 'enerflo.customer', id: String(row.id), fields: { ...fields, status } };
    yield { kind: 'enerflo.customer', id: row.uuid, fields };
  }
  for (const row of state.installs.values()) {
    const fields = {
      statusId: row.statusId,
      status: state.statuses.get(row.statusId)?.name ?? null,
      customerId: String(row.customerId),
      dealId: String(row.dealId),
      deletedAt: row.deletedAt && iso(row.deletedAt),
    };
    yield { kind: 'enerflo.install', id: String(row.id), fields };
  }
  for (const row of state.milestones.values()) {
    const fields = {
      completedOn: row.completedOn,
      estimatedCompletionDate: row.estimatedCompletionDate,
      startDate: row.startDate,
    };
    yield { kind: 'enerflo.milestone', id: String(row.id), fields };
  }
  for (const row of state.appointments.values()) {
    const times = { startsAt: iso(row.start), endsAt: iso(row.end) };
    // Nobody has shown what delete_appointment holds, so the console reads its id only.
    const fields = row.deletedAt ? times : { ...times, status: row.status };
    yield { kind: 'enerflo.appointment', id: String(row.id), fields };
  }
  for (const row of state.notes.values()) {
    const fields = {
      text: row.text,
      authorId: String(row.userId),
      installId: String(row.installId),
      createdAt: iso(row.createdAt),
    };
    // No webhook tells that a note is gone, so only one that is there can be known wrongly.
    yield {
      kind: 'enerflo.note',
      id: String(row.id),
      fields: row.deletedAt ? fields : { ...fields, deletedAt: null },
    };
  }
  for (const row of sunnova.state.leads.values()) {
    const { status, firstName, lastName, email } = row;
    yield { kind: 'sunnova.lead', id: row.id.slice(0, 15), fields: { status, firstName, lastName, email } };
  }
}
