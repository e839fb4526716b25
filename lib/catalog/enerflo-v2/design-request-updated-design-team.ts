import type { EventType } from '../event-type.ts';
import { designRequestRecords } from './design-request-records.ts';
import { envelopeIds } from './envelope-ids.ts';

export const designRequestUpdatedDesignTeam: EventType = {
  name: 'enerflo.v2.design-request.updated.design-team',
  source: 'enerflo',
  vendorName: 'design-request.updated.design-team',
  label: 'Design request to me changed',
  trigger: 'A design request that is assigned to me was changed.',
  guideStage: null,
  receivedBy: 'both',
  evidence: 'documented',
  twin: {
    name: 'enerflo.v2.design-request.updated',
    preferTwin: true,
    why: 'Where the own design team makes the design, both come for one change. A designer for others gets only this one.',
  },
  shape: 'unknown',
  claims: () => false,
  records: designRequestRecords,
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  samples: [],
};
