import type { RecordKind } from '../record-kind.ts';
import { personal, plain, reference } from './field.ts';

/**
 * A note on an install. In the API's note list `id` is the install and `note_id` the note, in the webhook `id` is
 * the note: so `note_id` comes first. The author comes as an id only.
 */
export const enerfloNote: RecordKind = {
  kind: 'enerflo.note',
  label: 'Enerflo note',
  id: ['note_id', 'id'],
  clock: ['timestamps.updated_at', 'updated_at'],
  fields: [
    personal('text', 'Note', 'text', 'note'),
    reference('authorId', 'Author id', 'enerflo.user', 'user_id', 'author_id'),
    reference('installId', 'Install id', 'enerflo.install', 'install_id', 'epc_install_id'),
    reference('dealId', 'Deal id', 'enerflo.deal', 'deal_id'),
    // Which of the two milestone ids this is, no source says: it links nothing.
    plain('milestoneId', 'Milestone id', 'id', 'milestone_id'),
    plain('hasFile', 'Has a file', 'boolean', 'has_file'),
    personal('file', 'File', 'text', 'file'),
    plain('isComplete', 'Done', 'boolean', 'is_complete'),
    plain('createdAt', 'Created', 'instant', 'timestamps.created_at', 'created_at'),
    plain('deletedAt', 'Deleted', 'instant', 'timestamps.deleted_at', 'deleted_at'),
  ],
};
