import type { EventType } from '../event-type.ts';
import { mainById } from '../record-use.ts';
import { enerfloInstall } from '../records/enerflo-install.ts';

export const submitInstall: EventType = {
  name: 'enerflo.v1.submit_install',
  source: 'enerflo',
  vendorName: 'submit_install',
  label: 'Install submitted',
  trigger: 'Somebody pressed submit on the next-steps page after signing.',
  guideStage: null,
  receivedBy: 'both',
  evidence: 'documented',
  // No payload was ever shown. In the flat form the root is the thing itself, so its `id` is the install.
  shape: 'unknown',
  claims: () => false,
  records: [mainById(enerfloInstall, 'id')],
  timeFrom: [],
  coreFields: [],
  samples: [],
};
