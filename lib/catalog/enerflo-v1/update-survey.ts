import type { EventType } from '../event-type.ts';
import { mainById } from '../record-use.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';

export const updateSurvey: EventType = {
  name: 'enerflo.v1.update_survey',
  source: 'enerflo',
  vendorName: 'update_survey',
  label: 'Deal (survey) changed',
  trigger: 'A deal, called survey in Enerflo 1.0, was changed.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'documented',
  twin: {
    name: 'enerflo.v2.deal.updated.v2',
    preferTwin: true,
    why: 'The guide tells new integrations to take 2.0 events where there are any. The two carry different ids.',
  },
  // No payload was ever shown. In the flat form the root is the thing itself, so its `id` is the deal.
  shape: 'unknown',
  claims: () => false,
  records: [mainById(enerfloDeal, 'id')],
  timeFrom: [],
  coreFields: [],
  samples: [],
};
