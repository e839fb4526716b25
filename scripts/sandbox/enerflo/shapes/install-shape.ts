import type { State } from '../state/create-state.ts';
import type { Deal, Install } from '../state/rows.ts';
import { userInside } from './person-shapes.ts';
import { stamp, stampOrNull } from './stamp.ts';
import { costShape, solarShape } from './system-shapes.ts';

/**
 * An install as a row of the v3 list (field facts 4.7 and 5.2): its columns and who is on it. Both generations of the
 * deal's id are there: `survey_id` and `v2_survey_id`.
 */
export function installRow(state: State, install: Install) {
  const customer = state.customers.get(install.customerId);
  const deal = state.deals.get(install.dealId);
  const office = install.officeId ? state.offices.get(install.officeId) : undefined;
  const agent = install.agentUserId ? state.users.get(install.agentUserId) : undefined;
  const setter = install.setterUserId ? state.users.get(install.setterUserId) : undefined;
  return {
    id: install.id,
    epc_company_id: install.installCompanyId,
    company_id: install.companyId,
    office_id: install.officeId,
    epc_market_id: null,
    customer_id: install.customerId,
    survey_type_id: deal?.dealTypeId ?? null,
    survey_id: install.dealId,
    v2_survey_id: deal?.uuid ?? null,
    agent_id: agent?.agentId ?? null,
    agreement_id: install.agreementId,
    status_id: install.statusId,
    status_name: state.statuses.get(install.statusId)?.name ?? null,
    system_size: install.system.sizeWatts / 1000,
    panel_count: install.system.panelCount,
    agreement_url: `https://assets.example.com/agreements/${install.agreementId}.pdf`,
    customer: customer && {
      id: customer.id,
      name: `${customer.firstName} ${customer.lastName}`,
      first_name: customer.firstName,
      last_name: customer.lastName,
      email: customer.email,
      phone: customer.phone,
      address: customer.street,
      city: customer.city,
      state: customer.state,
      zip: customer.zip,
      agent_user_id: customer.agentUserId,
      setter_user_id: customer.setterUserId,
      deals: dealsShape(state.dealsOf(customer.id)),
    },
    office: office ? { id: office.id, name: office.name } : null,
    agent_user: userInside(agent),
    setter_user: userInside(setter),
    setter_user_id: install.setterUserId,
    current_milestone: currentMilestone(state, install.id),
    created_at: stamp(install.createdAt),
    updated_at: stamp(install.updatedAt),
    deleted_at: stampOrNull(install.deletedAt),
  };
}

/** The whole install, as `find`, reading by id and the answer to a PUT give it. */
export function wholeInstall(state: State, install: Install) {
  const { system } = install;
  const deal = state.deals.get(install.dealId);
  return {
    ...installRow(state, install),
    survey_url: `https://enerflo.example.com/surveys/${install.dealId}`,
    proposal_url: `https://enerflo.example.com/proposals/${install.dealId}`,
    image: null,
    cost: costShape(system),
    survey: { id: install.dealId, name: deal?.shortCode ?? null, pricing: costShape(system) },
    solarData: solarShape(system),
    equipment: { panel: system.panel, inverter: system.inverter },
    utility: { company: { name: system.utility.name } },
    loan: { lender: system.lender },
    design: { source: { id: deal?.uuid ?? null, tool: 'Aurora' } },
    files: [
      {
        id: install.agreementId,
        name: 'Signed agreement.pdf',
        type: 'agreement',
        url: `https://assets.example.com/agreements/${install.agreementId}.pdf`,
        survey_id: install.dealId,
      },
    ],
    // Whom the key belongs to, not anyone of the install.
    logged_in_user: userInside([...state.users.values()][0]),
  };
}

export function dealsShape(deals: readonly Deal[]) {
  return deals.map((deal) => ({
    DealName: deal.shortCode,
    EnerfloV1DealId: deal.id,
    EnerfloV2DealId: deal.uuid,
  }));
}

/** The first that is not done; the last where all are. */
function currentMilestone(state: State, installId: number) {
  const rows = state.milestonesOf(installId);
  const row = rows.find((one) => one.completedOn === null) ?? rows.at(-1);
  const definition = row && state.milestoneDefinitions.get(row.definitionId);
  return definition ? { id: definition.id, title: definition.title, sequence: definition.sequence } : null;
}
