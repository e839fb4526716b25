import { z } from 'zod';
import type { Json, JsonObject } from '#lib/json.ts';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import type { Subject } from '../operation.ts';
import { requestPath } from '../operation-request.ts';
import { isList, rowOf, textOf } from '../read-answer.ts';
import { aboutInstall } from './about.ts';
import { sameNote } from './note-text.ts';
import { madeAt, noteIdOf, noteOfText, notesOfInstall, notesSince, textOfNote } from './notes-feed.ts';

/** POST /api/v3/installs/{id}/notes with plain text (enerflo guide 5.1). */
export const addNote = defineOperation({
  name: 'enerflo.note.add',
  label: 'Add a note to an install',
  words: 'Adds a note to an install project, where the sales rep can read it.',
  guideStep: 'guide step 5.1',
  evidence: 'documented',
  role: 'operator',
  kind: 'write',
  about: { kind: 'enerflo.install', field: 'install_id' },
  input: z.strictObject({
    install_id: field.pick('Install', 'install', { hint: 'By homeowner, address or id.' }),
    body: field.note('Note', {
      hint: 'Plain text. Your name is put in front, since Enerflo names the user of the API key.',
      personal: true,
    }),
  }),
  request: ({ install_id, body }) => ({
    method: 'POST',
    path: requestPath`/api/v3/installs/${install_id}/notes`,
    body: { body },
  }),
  answer: (body, { install_id }) => {
    const row = rowOf(body);
    // An answer may repeat a row of the list, in which `id` is the install.
    const id = row && (noteIdTold(body) ?? textOf(row, 'id'));
    const known = id !== null && id !== install_id;
    return { words: 'The note was added.', subjects: subjects(install_id, known ? id : null), data: body };
  },
  // Nothing of the install changes: it is read to say whose it is, before a note lands at another's.
  current: {
    request: ({ install_id }) => ({ method: 'GET', path: requestPath`/api/v3/installs/${install_id}` }),
    values: (body, { install_id }) => {
      const row = rowOf(body);
      return row && { values: { install_id }, about: aboutInstall(row), stamp: null };
    },
  },
  made: {
    request: ({ data }, _input, _context, sentAt) => notesSince(earlier(rowOf(data), sentAt)),
    values: (body, answer, { install_id, body: text }) => {
      const id = answer.subjects.find(({ kind }) => kind === 'enerflo.note')?.id;
      const rows = notesOfInstall(body, install_id);
      const row = rows.find((each) => id !== undefined && noteIdOf(each) === id) ?? sameText(rows, text);
      if (!row) return null;
      const told = textOfNote(row);
      return {
        // Written otherwise, the same words are what was asked for.
        values: { install_id, body: told !== null && sameNote(told, text) ? text : told },
        about: null,
        stamp: textOf(row, 'created_at', 'timestamps.created_at'),
        // What the answer called it counts more than a note of the same text, which may be another one.
        subjects: subjects(install_id, noteIdTold(answer.data) ?? noteIdOf(row)),
      };
    },
  },
  lookUp: {
    tells: isList,
    request: (_input, _context, sentAt) => notesSince(sentAt),
    found: (body, { install_id, body: text }, sentAt) => {
      const row = noteOfText(notesOfInstall(body, install_id), text, sentAt);
      return row
        ? { words: 'The note is there.', subjects: subjects(install_id, noteIdOf(row)), data: row }
        : null;
    },
  },
  undo: {
    words: 'Delete the note again',
    operation: 'enerflo.note.delete',
    byAnswer: true,
    input: ({ install_id }, _before, answer) => {
      const note = answer.subjects.find(({ kind }) => kind === 'enerflo.note');
      return note ? { install_id, note_id: note.id } : null;
    },
  },
});

/** What an answer surely calls the note; null where it does not. */
function noteIdTold(body: Json): string | null {
  const row = rowOf(body);
  return row && noteIdOf(row);
}

/** Enerflo's clock may be far behind ours: what it calls the time of the note is earlier then. */
function earlier(note: JsonObject | null, sentAt: Date): Date {
  const made = note && madeAt(note);
  return made && made < sentAt ? made : sentAt;
}

function sameText(rows: readonly JsonObject[], text: string): JsonObject | undefined {
  return noteOfText(rows, text, new Date(0));
}

function subjects(installId: string, noteId: string | null): Subject[] {
  const install = { kind: 'enerflo.install', id: installId };
  return noteId === null ? [install] : [{ kind: 'enerflo.note', id: noteId }, install];
}
