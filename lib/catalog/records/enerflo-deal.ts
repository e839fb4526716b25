import type { RecordKind } from '../record-kind.ts';
import { pricing, systemSizeWatts } from './enerflo-project-paths.ts';
import { personal, plain, reference } from './field.ts';

/**
 * A deal of Enerflo: a uuid in 2.0, in 1.0 an integer, where it is called survey. Its root is the whole 2.0
 * payload, since the deal is told in pieces beside each other (`deal`, `design`, `proposal`). No clock: 2.0
 * payloads carry no time. The sections of `deal.state` differ from company to company; only the fixed flags are read.
 */
export const enerfloDeal: RecordKind = {
  kind: 'enerflo.deal',
  label: 'Enerflo deal',
  id: ['deal.id'],
  clock: [],
  fields: [
    plain('shortCode', 'Short code', 'text', 'deal.shortCode'),
    reference('customerId', 'Customer id', 'enerflo.customer', 'customer.id', 'deal.customer.id'),
    reference('salesRepId', 'Sales rep id', 'enerflo.user', 'deal.salesRep.id'),
    plain('hasDesign', 'Has a design', 'boolean', 'deal.state.hasDesign'),
    plain('hasApprovedDesign', 'Has an approved design', 'boolean', 'deal.state.hasApprovedDesign'),
    plain('hasCreatedProposal', 'Has a proposal', 'boolean', 'deal.state.hasCreatedProposal'),
    plain('hasGeneratedContract', 'Has a contract', 'boolean', 'deal.state.hasGeneratedContract'),
    plain('hasApprovedContract', 'Has an approved contract', 'boolean', 'deal.state.hasApprovedContract'),
    plain('hasSignedContract', 'Has a signed contract', 'boolean', 'deal.state.hasSignedContract'),
    plain(
      'hasAppliedForFinancing',
      'Has applied for financing',
      'boolean',
      'deal.state.hasSubmittedFinancingApplication',
    ),
    plain('hasSignedFinancing', 'Has signed the financing', 'boolean', 'deal.state.hasSignedFinancingDocs'),
    plain('hasSubmittedProject', 'Project submitted', 'boolean', 'deal.state.hasSubmittedProject'),
    plain('financingStatus', 'Financing status', 'text', 'deal.state.financingStatus'),
    reference('salesOrgId', 'Sales organisation id', 'enerflo.org', pricing('deal.org.id')),
    reference('installerOrgId', 'Installer organisation id', 'enerflo.org', pricing('deal.installer.id')),
    reference('designId', 'Design id', 'enerflo.design', 'design.id'),
    reference('proposalId', 'Proposal id', 'enerflo.proposal', 'proposal.id'),
    personal('street', 'Project street', 'text', pricing('deal.projectAddress.line1')),
    personal('street2', 'Project street, second line', 'text', pricing('deal.projectAddress.line2')),
    personal('city', 'Project city', 'text', pricing('deal.projectAddress.city')),
    plain('state', 'Project state', 'text', pricing('deal.projectAddress.state')),
    personal('zip', 'Project ZIP code', 'zip', pricing('deal.projectAddress.postalCode')),
    plain('country', 'Project country', 'text', pricing('deal.projectAddress.country')),
    personal('fullAddress', 'Project address', 'text', pricing('deal.projectAddress.fullAddress')),
    personal('latitude', 'Project latitude', 'number', pricing('deal.projectAddress.lat')),
    personal('longitude', 'Project longitude', 'number', pricing('deal.projectAddress.lng')),
    plain('systemSizeWatts', 'System size (W)', 'number', ...systemSizeWatts),
    plain('netCost', 'Net cost', 'number', pricing('netCost')),
    plain('grossCost', 'Gross cost', 'number', pricing('grossCost')),
    plain('downPayment', 'Down payment', 'number', pricing('downPayment')),
    plain('dealerFee', 'Dealer fee', 'number', pricing('dealerFee')),
    plain('netPpw', 'Net price per watt', 'number', pricing('netPPW')),
    plain('grossPpw', 'Gross price per watt', 'number', pricing('grossPPW')),
    plain(
      'financeProduct',
      'Finance product',
      'text',
      pricing('financeProduct.name'),
      'proposal.financeProduct.name',
    ),
    plain(
      'financeMethod',
      'Finance method',
      'text',
      pricing('financeProduct.financeMethodName'),
      pricing('financeMethod.pluginName'),
    ),
    plain('termMonths', 'Term (months)', 'integer', pricing('financeProduct.termMonths')),
  ],
};
