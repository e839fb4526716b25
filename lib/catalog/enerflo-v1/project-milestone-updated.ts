import type { EventType } from '../event-type.ts';
import { hasAll } from '../keys.ts';
import { also, main, mentions } from '../record-use.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { enerfloInstall } from '../records/enerflo-install.ts';
import { enerfloMilestone } from '../records/enerflo-milestone.ts';
import { installFiles } from './install-records.ts';

export const projectMilestoneUpdated: EventType = {
  name: 'enerflo.v1.project_milestone_updated',
  source: 'enerflo',
  vendorName: 'project_milestone_updated',
  label: 'Milestone changed',
  trigger: 'A milestone of an install was edited in any way, completed or not.',
  guideStage: 'guide step 3.2',
  receivedBy: 'not known',
  evidence: 'documented',
  shape: 'known',
  claims: (core) => hasAll(core, 'install_milestone', 'details'),
  records: [
    main(enerfloMilestone, ''),
    also(enerfloInstall, 'install', { idFrom: ['details.install_id', 'install.id'] }),
    also(enerfloCustomer, 'install.customer', { idFrom: ['install.customer.id', 'install.customer_id'] }),
    mentions(enerfloDeal, 'install.deal_id', 'install.survey_id'),
  ],
  timeFrom: ['details.updated_at'],
  coreFields: [],
  volatile: installFiles.map((path) => `install.${path}`),
  samples: [
    {
      title: 'As printed in the guide, step 3.2',
      evidence: 'documented',
      text: `{
"body": {
"sales_milestone": [],
"install_milestone": {
"id": 1234,
"sequence": 1,
"title": "Project Submitted",
"description": "Initial milestone indicating the project has been submitted.",
"assigned_user": null
},
"details": {
"id": 56789,
"install_id": 4453459,
"title": "Project Submitted",
"completed_on": "2024-09-30",
"estimated_completion_date": null,
"start_date": null,
"updated_at": "2024-09-30 13:58:09"
},
"eventName": "project_milestone_updated"
}
}`,
    },
  ],
};
