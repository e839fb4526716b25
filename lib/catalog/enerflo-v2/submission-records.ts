import type { RecordUse } from '../record-kind.ts';
import { also, main } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { enerfloDesign } from '../records/enerflo-design.ts';

/** What the submission of a project tells of. The customer comes with a name only: no e-mail, no phone. */
export const submissionRecords: readonly RecordUse[] = [
  main(enerfloDeal, ''),
  also(enerfloCustomer, 'customer'),
  also(enerfloDesign, ''),
];

/** Addresses of files, signed anew for every copy. */
export const submissionFiles = [
  'deal.files.*.url',
  'design.files.*.url',
  'proposal.files.*.url',
  'deal.state.signedContractFiles.*.externalUrl',
  'proposal.pricingOutputs.deal.state.signedContractFiles.*.externalUrl',
] as const;
