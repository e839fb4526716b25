import type { EventType } from '../event-type.ts';
import { mainById } from '../record-use.ts';
import { enerfloInstall } from '../records/enerflo-install.ts';

export const restoreInstall: EventType = {
  name: 'enerflo.v1.restore_install',
  source: 'enerflo',
  vendorName: 'restore_install',
  label: 'Install restored',
  trigger: 'A voided contract was made anew.',
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
