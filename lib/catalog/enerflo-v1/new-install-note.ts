import type { EventType } from '../event-type.ts';
import { hasAll } from '../keys.ts';
import { main, mentions } from '../record-use.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { enerfloInstall } from '../records/enerflo-install.ts';
import { enerfloNote } from '../records/enerflo-note.ts';

export const newInstallNote: EventType = {
  name: 'enerflo.v1.new_install_note',
  source: 'enerflo',
  vendorName: 'new_install_note',
  label: 'New note on an install',
  trigger: 'A note was added to any install; notes on customers and deals come as new_note.',
  guideStage: 'guide step 5.2',
  receivedBy: 'both',
  evidence: 'documented',
  shape: 'known',
  claims: (core) => hasAll(core, 'note', 'install_id'),
  records: [main(enerfloNote, ''), mentions(enerfloInstall, 'install_id'), mentions(enerfloDeal, 'deal_id')],
  timeFrom: ['timestamps.updated_at', 'timestamps.created_at'],
  coreFields: [],
  volatile: ['file'],
  samples: [
    {
      title: 'As printed in the guide, step 5.2',
      evidence: 'documented',
      text: `{
"webhook_event": "new_install_note",
"id": 2626212,
"note": "Permitting approved. Ready to schedule installation.",
"has_file": false,
"file": null,
"user_id": 40773,
"install_id": 4453459,
"deal_id": 2459008,
"milestone_id": null,
"is_complete": false,
"timestamps": {
"deleted_at": null,
"created_at": "2025-01-14 18:48:54",
"updated_at": "2025-01-14 18:48:54",
"timezone": "UTC"
}
}`,
    },
  ],
};
