import { z } from 'zod';
import { isJsonObject, type JsonObject } from '../../shared/json.ts';
import { invalid, jsonAnswer, Refusal } from '../answering/answer.ts';
import type { Ask, Route } from '../answering/ask.ts';
import { validated } from '../answering/validated.ts';
import { appointmentShape } from '../shapes/appointment-shape.ts';
import { customerShape } from '../shapes/customer-shapes.ts';
import type { Customer } from '../state/rows.ts';
import { appointmentSchema, checkAppointment, makeAppointment } from './appointment-input.ts';
import { userByEmail } from './found-customers.ts';

const text = z.string().nullish();
const required = z.string().trim().min(1);
const leadSchema = z.object({
  first_name: required,
  last_name: required,
  address: required,
  city: required,
  state: z.string().regex(/^[A-Za-z]{2}$/),
  zip: required,
  email: text,
  mobile: text,
  phone: text,
  lead_source: text,
  lead_status: text,
  assign_to_email: text,
  setter_email: text,
  office_name: text,
  office_match: text,
  integration_record_id: z.union([z.string(), z.number()]).nullish(),
  add_note: text,
  createDeal: z.coerce.number().int().positive().nullish(),
  // How an appointment is told is not known: as the endpoint for appointments has it.
  appointment: appointmentSchema.omit({ customer: true }).nullish(),
});
type Lead = z.infer<typeof leadSchema>;

/** A lead, with a deal and an appointment where told (guide 1.1, field facts 5.1). */
export const leadRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/v1/partner/action/lead/add',
    answer: (ask) => {
      const lead = leadOf(ask);
      const { state, settings, user } = ask;
      const type = lead.createDeal ? state.dealTypes.get(lead.createDeal) : null;
      if (type === undefined) throw invalid({ createDeal: ['The selected create deal is invalid.'] });

      if (lead.appointment) checkAppointment(state, lead.appointment);
      const recordId =
        lead.integration_record_id === null || lead.integration_record_id === undefined
          ? null
          : String(lead.integration_record_id);
      const standing = recordId
        ? [...state.customers.values()].find((one) => one.recordId === recordId && !one.deletedAt)
        : undefined;
      if (!standing && settings.duplicates === 'block') refuseDuplicate(ask, lead);

      const fields = fieldsOf(ask, lead, standing);
      const customer = standing
        ? state.updateCustomer(standing.id, fields, 'api')
        : state.addLead({ ...fields, recordId, creatorUserId: user.id }, 'api');
      if (lead.add_note) state.addCustomerNote(customer.id, lead.add_note, user.id, 'api');
      const deal = type && state.addDeal({ customerId: customer.id, dealTypeId: type.id }, 'api');
      const appointment =
        lead.appointment && makeAppointment(ask, { ...lead.appointment, customer: customer.id }, deal?.id);

      const after = state.customers.get(customer.id) ?? customer;
      const more = {
        ...(deal ? { deal: { id: deal.id, v2_id: deal.uuid, name: deal.shortCode } } : {}),
        ...(appointment ? { appointment: appointmentShape(state, appointment) } : {}),
      };
      const message = standing ? 'Lead Updated' : 'Lead Added';
      const whole = customerShape(state, after);
      return settings.leadAnswer === 'data-lead'
        ? jsonAnswer(200, { message, data: { lead: whole, ...more } })
        : jsonAnswer(200, { status: 'success', message, customer_id: customer.id, customer: whole, ...more });
    },
  },
];

/** The lead in the form that this Enerflo understands; in another its fields are missing. */
function leadOf({ body, settings }: Ask): Lead {
  const inside = isJsonObject(body.lead) ? body.lead : undefined;
  const wrapped = settings.leadBody === 'wrapped' || (settings.leadBody === 'either' && inside !== undefined);
  const given: JsonObject = wrapped ? (inside ?? {}) : body;
  const schema = settings.emailRequired ? leadSchema.extend({ email: required }) : leadSchema;
  const lead = validated(schema, given, wrapped ? 'lead.' : '');
  return settings.leadMore === 'made' ? lead : { ...lead, appointment: null, createDeal: null };
}

function fieldsOf({ state, settings }: Ask, lead: Lead, standing: Customer | undefined) {
  const { leadPhone } = settings;
  const phone =
    leadPhone === 'either' ? (lead.mobile ?? lead.phone) : leadPhone === 'mobile' ? lead.mobile : lead.phone;
  const agent = userByEmail(state, lead.assign_to_email);
  const setter = userByEmail(state, lead.setter_email);
  const offices = [...state.offices.values()];
  const byName = offices.find((one) => one.name.toLowerCase() === lead.office_name?.toLowerCase());
  const byPlace = offices.find((one) => one.state === lead.state.toUpperCase());
  const manual = lead.office_match === 'manual';
  const office = byName ?? (manual ? undefined : byPlace);
  // Unless told to leave it, Enerflo gives a lead by its place to an office and to the one who gets those there.
  const fallback =
    manual || standing
      ? undefined
      : [...state.users.values()].find((one) => one.officeId === office?.id && one.roles.includes('Agent'));
  return {
    firstName: lead.first_name,
    lastName: lead.last_name,
    street: lead.address,
    city: lead.city,
    state: lead.state.toUpperCase(),
    zip: lead.zip,
    // What is not told stays on an update, and is null on a new one (never "": that is the screen's way).
    email: lead.email ?? standing?.email ?? null,
    phone: phone ?? standing?.phone ?? null,
    leadSource: lead.lead_source ?? standing?.leadSource ?? null,
    status: lead.lead_status ?? standing?.status ?? 'New',
    agentUserId: agent?.id ?? standing?.agentUserId ?? fallback?.id ?? null,
    setterUserId: setter?.id ?? standing?.setterUserId ?? null,
    officeId: office?.id ?? standing?.officeId ?? null,
  };
}

/** How Enerflo words this is not known. */
function refuseDuplicate({ state }: Ask, lead: Lead): void {
  const same = (a: string | null | undefined, b: string | null | undefined) =>
    Boolean(a && b) && a?.trim().toLowerCase() === b?.trim().toLowerCase();
  const phone = lead.mobile ?? lead.phone;
  const twin = [...state.customers.values()].find(
    (one) =>
      !one.deletedAt &&
      (same(one.email, lead.email) ||
        same(one.phone, phone) ||
        (same(one.street, lead.address) && same(one.zip, lead.zip))),
  );
  if (!twin) return;
  const message = 'A customer with the same email, phone number or address already exists.';
  throw new Refusal(jsonAnswer(422, { status: 'error', message, customer_id: twin.id }));
}
