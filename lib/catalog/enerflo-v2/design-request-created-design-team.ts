import type { EventType } from '../event-type.ts';
import { designRequestRecords } from './design-request-records.ts';
import { envelopeIds } from './envelope-ids.ts';

export const designRequestCreatedDesignTeam: EventType = {
  name: 'enerflo.v2.design-request.created.design-team',
  source: 'enerflo',
  vendorName: 'design-request.created.design-team',
  label: 'Design requested from me',
  trigger: 'A design was requested and assigned to me.',
  guideStage: null,
  receivedBy: 'both',
  evidence: 'documented',
  twin: {
    name: 'enerflo.v2.design-request.created',
    preferTwin: true,
    why: 'Where the own design team makes the design, both come for one request. A designer for others gets only this one.',
  },
  shape: 'unknown',
  claims: () => false,
  records: designRequestRecords,
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  samples: [],
};
