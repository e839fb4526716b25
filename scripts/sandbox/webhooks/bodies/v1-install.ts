import type { Customer, Deal, Install, Milestone, Office, System, User } from '../../enerflo/state/rows.ts';
import type { World } from '../../enerflo/state/world.ts';
import { stamp, timestamps, writtenPhone } from './stamps.ts';
import { v1Customer } from './v1-customer.ts';

export type InstallEvent = 'new_install' | 'update_install' | 'submit_install' | 'restore_install';
/** What the day and the API change; the webhooks only read it. */
export type Seen = Pick<
  World,
  | 'companies'
  | 'offices'
  | 'users'
  | 'statuses'
  | 'milestoneDefinitions'
  | 'appointmentTypes'
  | 'customers'
  | 'deals'
  | 'installs'
  | 'milestones'
  | 'appointments'
>;

const marketId = 7;

/** An install event as it was captured: flat, with an object `status` (field facts 4.6). */
export function v1InstallFlat(seen: Seen, name: InstallEvent, install: Install): object {
  const { customer, agent } = around(seen, install);
  return {
    webhook_event: name,
    id: install.id,
    status: { id: install.statusId, name: seen.statuses.get(install.statusId)?.name ?? null },
    sales_company_id: install.companyId,
    install_company_id: install.installCompanyId,
    office_id: install.officeId,
    market_id: marketId,
    deal_id: install.dealId,
    agreement_id: install.agreementId,
    customer: customer ? v1Customer(customer) : [],
    agent: agent ? v1Agent(agent) : [],
    timestamps: timestamps(install),
  };
}

/** An install event as the guide prints it: wrapped, with `status_id` (guide 4.2, field facts 4.7). */
export function v1InstallWrapped(seen: Seen, name: InstallEvent, install: Install): object {
  return { body: { ...v1InstallTree(seen, install), eventName: name } };
}

/** The documented install, as it also lies in events of milestones and change orders. `{}` comes as PHP's `[]`. */
export function v1InstallTree(seen: Seen, install: Install): object {
  const { customer, deal, office, agent } = around(seen, install);
  const files = `https://s3-us-west-2.amazonaws.com/assets.example.com/installs/${install.id}`;
  return {
    id: install.id,
    epc_company_id: install.installCompanyId,
    company_id: install.companyId,
    editor_company_id: install.companyId,
    office_id: install.officeId,
    epc_market_id: marketId,
    customer_id: install.customerId,
    survey_type_id: 2,
    survey_id: install.dealId,
    site_survey_id: null,
    agent_id: agent?.agentId ?? null,
    agreement_id: install.agreementId,
    created_at: stamp(install.createdAt),
    updated_at: stamp(install.updatedAt),
    deleted_at: stamp(install.deletedAt),
    status_id: install.statusId,
    agreement_url: `${files}/agreement.pdf`,
    survey_url: `${files}/survey.pdf`,
    proposal_url: `${files}/proposal.pdf`,
    customer: customer ? v1Customer(customer) : [],
    office: office && { id: office.id, name: office.name },
    epc_market: { id: marketId, name: 'Residential' },
    formattedFields: [],
    solarData: solarData(install.system),
    survey_data: surveyData(install.system, deal),
  };
}

/** `project_milestone_updated` (guide 3.2, field facts 4.8). */
export function v1Milestone(seen: Seen, milestone: Milestone): object {
  const install = seen.installs.get(milestone.installId);
  const definition = seen.milestoneDefinitions.get(milestone.definitionId);
  return {
    body: {
      sales_milestone: [],
      install_milestone: {
        id: milestone.definitionId,
        sequence: definition?.sequence ?? null,
        title: definition?.title ?? null,
        description: definition?.description ?? null,
        assigned_user: null,
      },
      details: {
        id: milestone.id,
        install_id: milestone.installId,
        title: definition?.title ?? null,
        completed_on: milestone.completedOn,
        estimated_completion_date: milestone.estimatedCompletionDate,
        start_date: milestone.startDate,
        updated_at: stamp(milestone.updatedAt),
      },
      install: install ? v1InstallTree(seen, install) : [],
      eventName: 'project_milestone_updated',
    },
  };
}

function around(seen: Seen, install: Install) {
  const found: {
    customer: Customer | null;
    deal: Deal | null;
    office: Office | null;
    agent: User | null;
  } = {
    customer: seen.customers.get(install.customerId) ?? null,
    deal: seen.deals.get(install.dealId) ?? null,
    office: seen.offices.get(install.officeId ?? 0) ?? null,
    agent: seen.users.get(install.agentUserId ?? 0) ?? null,
  };
  return found;
}

export function v1Agent(user: User): object {
  return {
    id: user.agentId,
    first_name: user.firstName,
    last_name: user.lastName,
    full_name: `${user.firstName} ${user.lastName}`,
    email: user.email,
    phone: writtenPhone(user.phone),
    timezone: user.timezone,
    deleted_at: stamp(user.deletedAt),
    created_at: stamp(user.createdAt),
    updated_at: stamp(user.updatedAt),
  };
}

function solarData(system: System): object {
  const kw = system.sizeWatts / 1000;
  const adders = system.adders.reduce((sum, one) => sum + one.cost * one.quantity, 0);
  return {
    system_size: kw,
    offset: system.offset,
    panel_count: system.panelCount,
    panel: system.panel,
    inverter: system.inverter,
    inverter_count: system.inverterCount,
    system_production: system.firstYearProduction,
    system_cost: system.baseCost,
    system_adder_cost: adders,
    total_system_cost: system.grossCost,
    ppw: Number((system.grossCost / system.sizeWatts).toFixed(2)),
    ppw_net: Number((system.baseCost / system.sizeWatts).toFixed(2)),
    rebates: [],
    net_cost: system.baseCost + adders,
    finance_method: system.financeMethod,
  };
}

function surveyData(system: System, deal: Deal | null): object {
  return {
    panel_id: system.panel.id,
    utility_id: system.utility.id,
    inverter_id: system.inverter.id,
    lender_picker: system.lender,
    solar_system_size: system.sizeWatts / 1000,
    solar_design_notes: '',
    solar_data_panel_count: system.panelCount,
    solar_data_solar_offset: system.offset,
    solar_data_inverter_count: system.inverterCount,
    solar_data_system_production: system.firstYearProduction,
    pricingOutputs: [],
    enerfloV2deal: deal ? { id: deal.uuid, shortCode: deal.shortCode } : [],
    enerfloV2files: [],
  };
}
