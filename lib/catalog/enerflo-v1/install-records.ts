import type { RecordUse } from '../record-kind.ts';
import { also, main, mentions } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { enerfloInstall } from '../records/enerflo-install.ts';

/** What an install event tells of, in the flat form (captured) and the wrapped one (documented) alike. */
export const installRecords: readonly RecordUse[] = [
  main(enerfloInstall, ''),
  also(enerfloCustomer, 'customer', { idFrom: ['customer.id', 'customer_id'] }),
  mentions(enerfloDeal, 'deal_id', 'survey_id'),
  mentions(enerfloDeal, 'survey_data.enerfloV2deal.id'),
];

/** Addresses of the install's files, whose signatures differ from copy to copy. */
export const installFiles = [
  'agreement_url',
  'survey_url',
  'proposal_url',
  'survey_data.enerfloV2files.*.url',
] as const;
