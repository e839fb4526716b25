import type { Appointment, ChangeOrder, Deal, Note } from '../../enerflo/state/rows.ts';
import { stamp, timestamps } from './stamps.ts';
import { v1Customer } from './v1-customer.ts';
import { type Seen, v1Agent, v1InstallTree } from './v1-install.ts';

/** `new_install_note` (guide 5.2, field facts 4.9): its author by id only. */
export function v1Note(seen: Seen, note: Note): object {
  return {
    webhook_event: 'new_install_note',
    id: note.id,
    note: note.text,
    has_file: false,
    file: null,
    user_id: note.userId,
    install_id: note.installId,
    deal_id: seen.installs.get(note.installId)?.dealId ?? null,
    milestone_id: note.milestoneId,
    is_complete: false,
    timestamps: timestamps(note),
  };
}

export type AppointmentEvent =
  | 'new_appointment'
  | 'update_appointment'
  | 'confirm_appointment'
  | 'delete_appointment';

/** An appointment as it came to a live handler (field facts 4.11): nested times, no times of its own changes. */
export function v1Appointment(seen: Seen, name: AppointmentEvent, appointment: Appointment): object {
  const type = seen.appointmentTypes.get(appointment.typeId);
  const customer = seen.customers.get(appointment.customerId);
  const person = (userId: number | null) => {
    const user = userId === null ? undefined : seen.users.get(userId);
    if (!user) return [];
    return { id: user.id, email: user.email, first_name: user.firstName, last_name: user.lastName };
  };
  return {
    webhook_event: name,
    id: appointment.id,
    status: appointment.status,
    length_minutes: (appointment.end.getTime() - appointment.start.getTime()) / 60_000,
    appointment_type: type ? { id: type.id, name: type.name, status: 'active' } : [],
    times: {
      iso8601: { start_time: appointment.start.toISOString(), end_time: appointment.end.toISOString() },
      unix: {
        unix_time: appointment.start.getTime() / 1000,
        unix_time_end: appointment.end.getTime() / 1000,
      },
    },
    deal_id: appointment.dealId,
    customer: customer ? v1Customer(customer) : [],
    assignee: person(appointment.assigneeUserId),
    creator: person(appointment.creatorUserId),
    external_notes: '',
    internal_notes: appointment.notes,
  };
}

/** `signed_change_order` (guide 6, field facts 4.10). Its `status` and `status_id` are its own. */
export function v1ChangeOrder(seen: Seen, order: ChangeOrder): object {
  const install = seen.installs.get(order.installId);
  const customer = install && seen.customers.get(install.customerId);
  const agent = seen.users.get(install?.agentUserId ?? 0);
  const company = seen.companies.get(order.companyId);
  const signer = customer
    ? {
        name: `${customer.firstName} ${customer.lastName}`,
        email: customer.email,
        signed_at: stamp(order.signedAt),
      }
    : [];
  const pdf = `https://assets.example.com/docflo_pdfs/executed/${order.id}.pdf`;
  return {
    body: {
      id: order.id,
      status: 'complete',
      status_id: 4,
      install: install ? v1InstallTree(seen, install) : [],
      surveyData: [],
      driveFolders: [],
      installAgreement: [],
      current_milestone: [],
      all_milestones: [],
      customer: customer ? v1Customer(customer) : [],
      company: company ? { id: company.id, name: company.name } : [],
      agent: agent ? v1Agent(agent) : [],
      change_orders: [
        {
          id: order.id,
          epc_install_id: order.installId,
          epc_company_id: order.companyId,
          creator_id: order.creatorUserId,
          change_values: order.values,
          signer,
          co_signer: [],
          docflo_data: [],
          pdf_url: pdf,
          hash: null,
          status: 'complete',
          signed_at: stamp(order.signedAt),
          created_at: stamp(order.createdAt),
          updated_at: stamp(order.updatedAt),
          deleted_at: null,
          notes: order.notes,
          update_nem_docs: 0,
          nem_signer: [],
          is_override: 0,
        },
      ],
      signer,
      change_values: order.values,
      created_at: stamp(order.createdAt),
      signed_at: stamp(order.signedAt),
      pdf_url: pdf,
      eventName: 'signed_change_order',
    },
  };
}

/** `new_survey`, `update_survey`: only the names are documented; the likeliest is a flat one with the deal's ids. */
export function v1Deal(name: 'new_survey' | 'update_survey', deal: Deal): object {
  return {
    webhook_event: name,
    id: deal.id,
    customer_id: deal.customerId,
    company_id: deal.companyId,
    agent_user_id: deal.agentUserId,
    timestamps: timestamps(deal),
  };
}
