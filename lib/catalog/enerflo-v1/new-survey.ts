import type { EventType } from '../event-type.ts';
import { mainById } from '../record-use.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';

export const newSurvey: EventType = {
  name: 'enerflo.v1.new_survey',
  source: 'enerflo',
  vendorName: 'new_survey',
  label: 'New deal (survey)',
  trigger: 'A deal, called survey in Enerflo 1.0, was created.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'documented',
  twin: {
    name: 'enerflo.v2.deal.created',
    preferTwin: true,
    why: 'The 2.0 event tells the deal with its customer, while the payload of this one was never shown. The two carry different ids.',
  },
  // No payload was ever shown. In the flat form the root is the thing itself, so its `id` is the deal.
  shape: 'unknown',
  claims: () => false,
  records: [mainById(enerfloDeal, 'id')],
  timeFrom: [],
  coreFields: [],
  samples: [],
};
