import type { RecordKind } from '../record-kind.ts';
import { plain, reference } from './field.ts';

/**
 * A change order of a system project; its Name (`SNV-PB-…`) is its key. The printed sample tells `Stage` twice, of
 * which a JSON parser keeps the last.
 */
export const sunnovaChangeOrder: RecordKind = {
  kind: 'sunnova.change-order',
  label: 'Sunnova change order',
  id: ['Name'],
  idParts: [
    { from: ['System_Project'], type: 'id' },
    { from: ['Portal_Description'], type: 'text', optional: true },
  ],
  salesforceId: true,
  clock: [],
  fields: [
    plain('name', 'Name', 'text', 'Name'),
    plain('status', 'Status', 'text', 'Status'),
    plain('stage', 'Sunnova stage', 'text', 'Stage'),
    plain('description', 'Description', 'text', 'Portal_Description'),
    plain('workOrderRequired', 'Work order required', 'boolean', 'Work_Order_Required'),
    plain('signatureRequired', 'Customer signature required', 'boolean', 'Customer_Signature_Required'),
    plain('amendmentRequired', 'Contract amendment required', 'boolean', 'Contract_Amendment_Required'),
    reference('systemProjectId', 'System project id', 'sunnova.system-project', 'System_Project'),
  ],
};
