import type { EventType } from '../event-type.ts';
import { envelopeIds } from './envelope-ids.ts';
import { submissionFiles, submissionRecords } from './submission-records.ts';

export const dealProjectReceived: EventType = {
  name: 'enerflo.v2.deal.projectReceived',
  source: 'enerflo',
  vendorName: 'deal.projectReceived',
  label: 'Project received',
  trigger: 'My installer organisation received a project, or received it again after it was voided.',
  guideStage: 'guide step 2',
  receivedBy: 'installer',
  // The guide says that `payload.deal.id` comes; the rest is taken to be as in deal.projectSubmitted.
  evidence: 'assumed',
  twin: {
    name: 'enerflo.v2.deal.projectSubmitted',
    preferTwin: true,
    why: 'A company that sells and installs gets both for one submission; of the other one the payload is known. An installer for others gets only this one.',
  },
  shape: 'known',
  // Nothing but the name tells it from deal.projectSubmitted.
  claims: () => false,
  records: submissionRecords,
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  volatile: submissionFiles,
  samples: [],
};
