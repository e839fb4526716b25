import type { EventType } from '../event-type.ts';
import { installFiles, installRecords } from './install-records.ts';
import { isNamed } from './named.ts';

export const newInstall: EventType = {
  name: 'enerflo.v1.new_install',
  source: 'enerflo',
  vendorName: 'new_install',
  label: 'New install',
  trigger:
    'An install was created after the agreement was signed: on signing or on approval, as the installer has set.',
  guideStage: null,
  receivedBy: 'both',
  // Nobody has shown it; an install is taken to look as it does in update_install.
  evidence: 'assumed',
  shape: 'known',
  claims: (core) => isNamed(core, 'new_install'),
  records: installRecords,
  timeFrom: ['timestamps.updated_at', 'updated_at', 'timestamps.created_at', 'created_at'],
  coreFields: [],
  volatile: installFiles,
  samples: [],
};
