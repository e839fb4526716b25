import type { RecordKind } from '../record-kind.ts';
import { nameOf, personal, plain, reference } from './field.ts';

/**
 * An install project of Enerflo. Its status is documented as `status_id` and was captured as `status{id,name}`;
 * its ids and names differ from company to company, so they are kept as told.
 */
export const enerfloInstall: RecordKind = {
  kind: 'enerflo.install',
  label: 'Enerflo install',
  id: ['id'],
  clock: ['timestamps.updated_at', 'updated_at'],
  fields: [
    plain('statusId', 'Status id', 'integer', 'status.id', 'status_id'),
    nameOf('statusId', plain('status', 'Status', 'text', 'status.name', 'status_name', 'status')),
    reference('customerId', 'Customer id', 'enerflo.customer', 'customer.id', 'customer_id'),
    reference('dealId', 'Deal id', 'enerflo.deal', 'deal_id', 'survey_id'),
    // The 2.0 deal inside a 1.0 install: its own id has the key `id`, as everywhere in 2.0.
    reference(
      'v2DealId',
      'Deal id in Enerflo 2.0',
      'enerflo.deal',
      'v2_survey_id',
      'survey_data.enerfloV2deal.id',
    ),
    plain('currentMilestone', 'Current milestone', 'text', 'current_milestone.title'),
    reference('companyId', 'Company id', 'enerflo.company', 'company_id'),
    reference('salesCompanyId', 'Sales company id', 'enerflo.company', 'sales_company_id'),
    reference(
      'installerCompanyId',
      'Installer company id',
      'enerflo.company',
      'install_company_id',
      'epc_company_id',
    ),
    reference('officeId', 'Office id', 'enerflo.office', 'office_id'),
    nameOf('officeId', plain('office', 'Office', 'text', 'office.name')),
    reference('marketId', 'Market id', 'enerflo.market', 'market_id', 'epc_market_id'),
    // `agent_id` joins a user and a company; it is not the user's own id.
    reference('agentId', 'Agent id', 'enerflo.agent', 'agent_id'),
    personal('agentName', 'Agent', 'text', 'agent.full_name', 'agent_user.name'),
    personal('agentEmail', 'Agent email', 'email', 'agent.email', 'agent_user.email'),
    personal('agentPhone', 'Agent phone', 'phone', 'agent.phone'),
    reference('agreementId', 'Agreement id', 'enerflo.agreement', 'agreement_id'),
    personal('agreementUrl', 'Agreement', 'url', 'agreement_url'),
    personal('surveyUrl', 'Survey', 'url', 'survey_url'),
    personal('proposalUrl', 'Proposal', 'url', 'proposal_url'),
    plain('systemSizeKw', 'System size (kW)', 'number', 'solarData.system_size', 'system_size'),
    plain(
      'panelCount',
      'Panels',
      'integer',
      'solarData.panel_count',
      'panel_count',
      'survey_data.solar_data_panel_count',
    ),
    plain(
      'inverterCount',
      'Inverters',
      'integer',
      'solarData.inverter_count',
      'survey_data.solar_data_inverter_count',
    ),
    plain('offset', 'Offset', 'number', 'solarData.offset', 'survey_data.solar_data_solar_offset'),
    plain(
      'systemProduction',
      'System production',
      'number',
      'solarData.system_production',
      'survey_data.solar_data_system_production',
    ),
    plain('systemCost', 'System cost', 'number', 'solarData.system_cost'),
    plain('netCost', 'Net cost', 'number', 'solarData.net_cost'),
    plain('ppw', 'Price per watt', 'number', 'solarData.ppw', 'cost.ppw_gross'),
    plain('netPpw', 'Net price per watt', 'number', 'solarData.ppw_net', 'cost.ppw_net'),
    plain('financeMethod', 'Finance method', 'text', 'solarData.finance_method'),
    plain('lender', 'Lender', 'text', 'loan.lender'),
    plain('utility', 'Utility', 'text', 'utility.company.name'),
    plain('createdAt', 'Created', 'instant', 'timestamps.created_at', 'created_at'),
    plain('deletedAt', 'Deleted', 'instant', 'timestamps.deleted_at', 'deleted_at'),
  ],
};
