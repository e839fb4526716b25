import type { Note } from '../state/rows.ts';
import { stamp, stampOrNull } from './stamp.ts';

/** A note as the API lists it. `id` is the install's: `note_id` is the note's own (field facts 5.6). */
export function noteShape(note: Note) {
  return {
    note_id: note.id,
    id: note.installId,
    epc_install_id: note.installId,
    author_id: note.userId,
    milestone_id: note.milestoneId,
    note: note.text,
    created_at: stamp(note.createdAt),
    updated_at: stamp(note.updatedAt),
    deleted_at: stampOrNull(note.deletedAt),
  };
}
