import type { EventType } from '../event-type.ts';
import { designRequestRecords } from './design-request-records.ts';
import { envelopeIds } from './envelope-ids.ts';

export const designRequestCreated: EventType = {
  name: 'enerflo.v2.design-request.created',
  source: 'enerflo',
  vendorName: 'design-request.created',
  label: 'Design requested',
  trigger: 'A design was requested on a deal of my organisation, whoever makes it.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'documented',
  twin: {
    name: 'enerflo.v2.design-request.created.design-team',
    preferTwin: false,
    why: 'Where the own design team makes the design, both come for one request; this one comes for every request.',
  },
  shape: 'unknown',
  claims: () => false,
  records: designRequestRecords,
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  samples: [],
};
