import type { EventType } from '../event-type.ts';
import { designRequestRecords } from './design-request-records.ts';
import { envelopeIds } from './envelope-ids.ts';

export const designRequestUpdated: EventType = {
  name: 'enerflo.v2.design-request.updated',
  source: 'enerflo',
  vendorName: 'design-request.updated',
  label: 'Design request changed',
  trigger: 'A design request on a deal of my organisation was changed, whoever makes it.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'documented',
  twin: {
    name: 'enerflo.v2.design-request.updated.design-team',
    preferTwin: false,
    why: 'Where the own design team makes the design, both come for one change; this one comes for every request.',
  },
  shape: 'unknown',
  claims: () => false,
  records: designRequestRecords,
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  samples: [],
};
