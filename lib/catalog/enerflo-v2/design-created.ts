import type { EventType } from '../event-type.ts';
import { mainById, mentions } from '../record-use.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { enerfloDesign } from '../records/enerflo-design.ts';
import { envelopeIds } from './envelope-ids.ts';

export const designCreated: EventType = {
  name: 'enerflo.v2.design.created',
  source: 'enerflo',
  vendorName: 'design.created',
  label: 'New design',
  trigger: 'A design was created.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'documented',
  // No payload was ever shown; the ids are taken to lie where deal.projectSubmitted has them.
  shape: 'unknown',
  claims: () => false,
  records: [mainById(enerfloDesign, 'design.id'), mentions(enerfloDeal, 'deal.id', 'design.deal.id')],
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  samples: [],
};
