import { z } from 'zod';
import { invalid, jsonAnswer } from '../answering/answer.ts';
import type { Ask, Route } from '../answering/ask.ts';
import { validated } from '../answering/validated.ts';
import type { Customer, Install, MilestoneDefinition } from '../state/rows.ts';
import { userByEmail } from './found-customers.ts';

const required = z.string().trim().min(1);
const id = z.union([z.string(), z.number()]).transform(String).nullish();
const leadInstallSchema = z.object({
  survey_type_id: z.coerce.number().int().positive(),
  assign_to_email: required,
  first_name: required,
  last_name: required,
  email: required,
  mobile: z.union([z.string(), z.number()]).transform(String),
  address: required,
  city: required,
  state: z.string().regex(/^[A-Za-z]{2}$/),
  zip: required,
  unit: z.string().nullish(),
  notes: z.string().nullish(),
  last_completed_milestone: z.union([z.string(), z.number()]).transform(String).nullish(),
  complete_previous_milestones: z.coerce.boolean().nullish(),
  system_cost: z.coerce.number().nonnegative().nullish(),
  system_size: z.coerce.number().nonnegative().nullish(),
  date_signed: z.iso.date().nullish(),
  install_integration_id: id,
  install_integration_record_type: z.string().nullish(),
  customer_integration_id: id,
  customer_integration_record_type: z.string().nullish(),
});
type LeadInstall = z.infer<typeof leadInstallSchema>;

/**
 * A customer with a deal and an install, without agreements (field facts 5.8). The same integration ids update; where
 * an install's size or cost changes by that, a change order is made that is complete at once.
 */
export const leadInstallRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/v1/lead-installs',
    answer: (ask) => {
      const { state } = ask;
      const given = validated(leadInstallSchema, ask.body);
      if (!state.dealTypes.has(given.survey_type_id)) {
        throw invalid({ survey_type_id: ['The selected survey type id is invalid.'] });
      }
      const last = lastMilestone(ask, given);
      const customer = putCustomer(ask, given);
      const before = [...state.installs.values()].find(
        (one) =>
          !one.deletedAt &&
          (given.install_integration_id
            ? one.recordId === given.install_integration_id
            : one.customerId === customer.id && Boolean(given.customer_integration_id)),
      );
      const install = before ? change(ask, given, before) : create(ask, given, customer);
      if (last) completeMilestones(ask, given, install, last);
      return jsonAnswer(200, {
        status: 'success',
        message: before ? 'Install Updated' : 'Install Created',
        customer_id: customer.id,
        install_id: install.id,
        survey_id: install.dealId,
      });
    },
  },
];

function putCustomer({ state, user }: Ask, given: LeadInstall): Customer {
  const recordId = given.customer_integration_id ?? null;
  const standing = [...state.customers.values()].find(
    (one) => !one.deletedAt && recordId !== null && one.recordId === recordId,
  );
  const agent = userByEmail(state, given.assign_to_email);
  const fields = {
    firstName: given.first_name,
    lastName: given.last_name,
    email: given.email,
    phone: given.mobile,
    street: given.unit ? `${given.address} ${given.unit}` : given.address,
    city: given.city,
    state: given.state.toUpperCase(),
    zip: given.zip,
    agentUserId: agent?.id ?? standing?.agentUserId ?? null,
  };
  const customer = standing
    ? state.updateCustomer(standing.id, fields, 'lead-installs')
    : state.addLead({ ...fields, recordId, creatorUserId: user.id }, 'lead-installs');
  if (given.notes) state.addCustomerNote(customer.id, given.notes, user.id, 'lead-installs');
  return state.customers.get(customer.id) ?? customer;
}

/** Size comes in kW. */
function systemOf(given: LeadInstall) {
  const { system_size: size, system_cost: cost } = given;
  return {
    ...(typeof size === 'number' ? { sizeWatts: Math.round(size * 1000) } : {}),
    ...(typeof cost === 'number' ? { grossCost: cost } : {}),
  };
}

function create({ state }: Ask, given: LeadInstall, customer: Customer): Install {
  const deal = state.addDeal(
    { customerId: customer.id, dealTypeId: given.survey_type_id, system: systemOf(given) },
    'lead-installs',
  );
  const install = state.createInstall(deal.id, 'lead-installs');
  const recordId = given.install_integration_id ?? null;
  return recordId ? state.updateInstall(install.id, { recordId }, 'lead-installs') : install;
}

function change({ state, user }: Ask, given: LeadInstall, install: Install): Install {
  const next = systemOf(given);
  const values = Object.fromEntries(
    [
      ['system_size', install.system.sizeWatts / 1000, next.sizeWatts && next.sizeWatts / 1000] as const,
      ['system_cost', install.system.grossCost, next.grossCost] as const,
    ].flatMap(([name, old, value]) =>
      value === undefined || value === old ? [] : [[name, { old, new: value }] as const],
    ),
  );
  if (Object.keys(values).length > 0) {
    const order = state.addChangeOrder(
      { installId: install.id, values, creatorUserId: user.id, notes: 'Made by the API.' },
      'lead-installs',
    );
    state.signChangeOrder(order.id, next, 'lead-installs');
  }
  return state.installs.get(install.id) ?? install;
}

/** The last milestone that is done, by title or by the id of its definition. */
function lastMilestone({ state }: Ask, given: LeadInstall): MilestoneDefinition | null {
  const wanted = given.last_completed_milestone;
  if (!wanted) return null;
  const installer = state.dealTypes.get(given.survey_type_id)?.installCompanyId;
  const found = [...state.milestoneDefinitions.values()].find(
    ({ id, companyId, title }) =>
      companyId === installer && (String(id) === wanted || title.toLowerCase() === wanted.toLowerCase()),
  );
  if (found) return found;
  throw invalid({ last_completed_milestone: ['The selected last completed milestone is invalid.'] });
}

/** That one, and those before it where asked. */
function completeMilestones(
  { state }: Ask,
  given: LeadInstall,
  install: Install,
  last: MilestoneDefinition,
): void {
  const completedOn = given.date_signed ?? state.now().toISOString().slice(0, 10);
  for (const row of state.milestonesOf(install.id)) {
    const sequence = state.milestoneDefinitions.get(row.definitionId)?.sequence ?? 0;
    const earlier = sequence < last.sequence && given.complete_previous_milestones === true;
    if ((row.definitionId === last.id || earlier) && row.completedOn === null) {
      state.setMilestone(row.id, { completedOn }, 'lead-installs');
    }
  }
}
