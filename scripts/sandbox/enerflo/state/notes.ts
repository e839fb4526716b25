import type { By } from './change.ts';
import { existing } from './existing.ts';
import { moment, touched } from './moment.ts';
import type { Note } from './rows.ts';
import type { World } from './world.ts';

type NewNote = { installId: number; text: string; userId: number; milestoneId?: number | null };

/** What can be done with the notes of installs. */
export function noteActions(world: World) {
  return {
    addNote: ({ milestoneId = null, ...given }: NewNote, by: By = 'person'): Note => {
      existing(world.installs, given.installId, 'install');
      const at = moment(world);
      const after = {
        id: world.nextId('note'),
        ...given,
        milestoneId,
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      };
      world.notes.set(after.id, after);
      world.emit({ entity: 'note', what: 'created', id: after.id, before: null, after, by, at });
      return after;
    },
    /** It stays, marked as deleted. */
    deleteNote: (id: number, by: By = 'person'): Note => {
      const before = existing(world.notes, id, 'note');
      const at = touched(world, before);
      const after = { ...before, updatedAt: at, deletedAt: at };
      world.notes.set(id, after);
      world.emit({ entity: 'note', what: 'deleted', id, before, after, by, at });
      return after;
    },
  };
}
