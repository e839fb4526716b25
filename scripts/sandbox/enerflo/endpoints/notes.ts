import { z } from 'zod';
import { invalid, jsonAnswer, notFound } from '../answering/answer.ts';
import type { Route } from '../answering/ask.ts';
import { numberFrom, paged } from '../answering/paged.ts';
import { rowOf } from '../answering/row-of.ts';
import { validated } from '../answering/validated.ts';
import { noteShape } from '../shapes/note-shape.ts';
import type { Note } from '../state/rows.ts';

const noteSchema = z.object({ body: z.string().trim().min(1) });

/** Notes of installs (guide 5.1, field facts 5.6). */
export const noteRoutes: Route[] = [
  {
    // Of all installs, deleted ones too (`deleted_at`): what someone reads who keeps up with them.
    method: 'GET',
    path: '/api/v3/installs/notes',
    answer: ({ query, state }) => {
      const after = query.get('created_after');
      const since = after === null || after === '' ? 0 : Date.parse(after);
      if (Number.isNaN(since)) throw invalid({ created_after: ['The created after is not a valid date.'] });
      const notes = [...state.notes.values()].filter((note) => note.createdAt.getTime() > since);
      const ordered = query.get('orderDir') === 'asc' ? notes : notes.reverse();
      const { rows, totalPages } = paged(
        ordered,
        numberFrom(query, 'page', 1),
        Math.min(100, numberFrom(query, 'pageSize', 25)),
      );
      return jsonAnswer(200, { notes: rows.map(noteShape), totalPages });
    },
  },
  {
    method: 'GET',
    path: '/api/v3/installs/*/notes',
    answer: ({ params, query, state }) => {
      const install = rowOf(state.installs, params[0]);
      const notes = [...state.notes.values()].filter(
        (note) => note.installId === install.id && note.deletedAt === null,
      );
      const { rows, totalPages } = paged(
        notes.reverse(),
        numberFrom(query, 'page', 1),
        Math.min(100, numberFrom(query, 'pageSize', 25)),
      );
      return jsonAnswer(200, { notes: rows.map(noteShape), totalPages });
    },
  },
  {
    // Text is kept as it comes, tags and all; its author is the API's user.
    method: 'POST',
    path: '/api/v3/installs/*/notes',
    answer: ({ params, body, state, user }) => {
      const install = rowOf(state.installs, params[0]);
      const { body: text } = validated(noteSchema, body);
      const note = state.addNote({ installId: install.id, text, userId: user.id }, 'api');
      return jsonAnswer(201, noteShape(note));
    },
  },
  {
    method: 'DELETE',
    path: '/api/v3/installs/*/notes/*',
    answer: ({ params, state }) => {
      const install = rowOf(state.installs, params[0]);
      const note: Note = rowOf(state.notes, params[1]);
      if (note.installId !== install.id || note.deletedAt) throw notFound();
      state.deleteNote(note.id, 'api');
      return jsonAnswer(200, { success: true });
    },
  },
];
