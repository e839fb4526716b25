import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { requestPath } from '../operation-request.ts';
import { isList, rowsOf, textOf } from '../read-answer.ts';
import { noteText } from './note-text.ts';
import { newestNotes, noteIdOf, textOfNote } from './notes-feed.ts';

/** DELETE /api/v3/installs/{id}/notes/{noteId} (field facts 5.6). Its text is known while it is among the newest 100. */
export const deleteNote = defineOperation({
  name: 'enerflo.note.delete',
  label: 'Delete a note of an install',
  words: 'Deletes a note of an install project.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'write',
  about: { kind: 'enerflo.install', field: 'install_id' },
  input: z.strictObject({
    install_id: field.pick('Install', 'install', { hint: 'By homeowner, address or id.' }),
    note_id: field.pick('Note', 'note', { within: 'install_id', personal: true }),
  }),
  request: ({ install_id, note_id }) => ({
    method: 'DELETE',
    path: requestPath`/api/v3/installs/${install_id}/notes/${note_id}`,
  }),
  answer: (body, { install_id, note_id }) => ({
    words: 'The note was deleted.',
    subjects: [
      { kind: 'enerflo.note', id: note_id },
      { kind: 'enerflo.install', id: install_id },
    ],
    data: body,
  }),
  current: {
    request: newestNotes,
    values: (body, { install_id, note_id }) => {
      const row = rowsOf(body).find((each) => noteIdOf(each) === note_id);
      const told = row ? textOfNote(row) : null;
      // Added again as it is told, its HTML and its entities would be what people read.
      const text = told === null ? null : noteText(told).trim();
      const line = text === null ? null : shortLine(text);
      return {
        // `body` is no field of this one: it is what undoing needs.
        values: { install_id, note_id, ...(text !== null && { body: text }) },
        labels: line === null ? undefined : { note_id: line },
        // What is lost is said before it is: one note of an install looks like another by its number.
        about: line === null ? null : `“${line}”`,
        stamp: row ? textOf(row, 'updated_at', 'created_at') : null,
      };
    },
  },
  lookUp: {
    tells: isList,
    request: newestNotes,
    // A note that is not in the list may be older than it: only a row that says so is surely deleted.
    found: (body, { install_id, note_id }) => {
      const row = rowsOf(body).find((each) => noteIdOf(each) === note_id);
      if (!row || textOf(row, 'deleted_at') === null) return null;
      return {
        words: 'The note is deleted.',
        subjects: [
          { kind: 'enerflo.note', id: note_id },
          { kind: 'enerflo.install', id: install_id },
        ],
        data: row,
      };
    },
  },
  undo: {
    words: 'Add the note again, as a new one',
    operation: 'enerflo.note.add',
    input: ({ install_id }, before) =>
      typeof before?.body === 'string' ? { install_id, body: before.body } : null,
  },
});

/** The beginning of a note, in one line. */
function shortLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
