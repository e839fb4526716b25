import type { RecordKind } from '../record-kind.ts';
import { personal, plain, reference } from './field.ts';

/**
 * A block of a system project: something to hand in or to get approved. No id comes with it: project, type and
 * description together are its key. `System` is a short code here, and `System1` the record's id.
 */
export const sunnovaProjectBlock: RecordKind = {
  kind: 'sunnova.project-block',
  label: 'Sunnova project block',
  id: [],
  idParts: [
    { from: ['System_Project'], type: 'id' },
    { from: ['Block_Type'], type: 'text', optional: true },
    { from: ['Portal_Description'], type: 'text', optional: true },
  ],
  salesforceId: true,
  clock: [],
  fields: [
    plain('status', 'Block status', 'text', 'Status'),
    plain('type', 'Block type', 'text', 'Block_Type'),
    plain('description', 'Description', 'text', 'Portal_Description'),
    plain('responsibleParty', 'Responsible party', 'text', 'Responsible_Party'),
    plain('projectStage', 'Sunnova stage', 'text', 'System_Project_StageName'),
    plain('projectStatus', 'Project status', 'text', 'System_Project_Status'),
    plain('approvedAt', 'Approved', 'instant', 'Date_of_Approval'),
    personal('approvedBy', 'Approved by', 'text', 'Approved_By'),
    plain('rejectionCount', 'Rejections', 'integer', 'Project_Block_Rejection_Count'),
    plain('rejectionReason', 'Reason for rejection', 'text', 'Engineering_Review_Rejection_Reason'),
    reference('systemProjectId', 'System project id', 'sunnova.system-project', 'System_Project'),
    reference('systemId', 'System id', 'sunnova.system', 'System1'),
    plain('systemCode', 'System code', 'text', 'System'),
    reference(
      'installationPartnerId',
      'Installation partner id',
      'sunnova.account',
      'System_Project_Installation_Partner_Account',
    ),
    reference('partnerId', 'Partner id', 'sunnova.account', 'System_Project_PartnerAccount'),
  ],
};
