import type { RecordKind } from '../record-kind.ts';
import { personal, plain, reference } from './field.ts';

/** A change to a signed agreement. Its `status` and `status_id` are its own, never those of the install. */
export const enerfloChangeOrder: RecordKind = {
  kind: 'enerflo.change-order',
  label: 'Enerflo change order',
  id: ['id'],
  clock: ['updated_at', 'signed_at', 'created_at'],
  fields: [
    plain('status', 'Status', 'text', 'status.name', 'status'),
    plain('statusId', 'Status id', 'integer', 'status_id'),
    reference('installId', 'Install id', 'enerflo.install', 'epc_install_id', 'install.id'),
    plain('signedAt', 'Signed', 'instant', 'signed_at'),
    personal('pdfUrl', 'Signed document', 'url', 'pdf_url'),
    personal('notes', 'Notes', 'text', 'notes'),
    plain('isOverride', 'Override', 'boolean', 'is_override'),
    plain('updatesNemDocs', 'Updates net-metering documents', 'boolean', 'update_nem_docs'),
    reference('creatorId', 'Created by', 'enerflo.user', 'creator_id'),
    plain('createdAt', 'Created', 'instant', 'created_at'),
    plain('deletedAt', 'Deleted', 'instant', 'deleted_at'),
  ],
};
