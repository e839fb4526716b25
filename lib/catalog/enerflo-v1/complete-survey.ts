import type { EventType } from '../event-type.ts';
import { mainById } from '../record-use.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';

export const completeSurvey: EventType = {
  name: 'enerflo.v1.complete_survey',
  source: 'enerflo',
  vendorName: 'complete_survey',
  label: 'Deal (survey) completed',
  trigger: 'A deal, called survey in Enerflo 1.0, was completed.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'documented',
  deprecated:
    'Probably retired: the newest copy of the vendor’s list no longer names it. For a project that is submitted use deal.projectSubmitted.',
  // No payload was ever shown. In the flat form the root is the thing itself, so its `id` is the deal.
  shape: 'unknown',
  claims: () => false,
  records: [mainById(enerfloDeal, 'id')],
  timeFrom: [],
  coreFields: [],
  samples: [],
};
