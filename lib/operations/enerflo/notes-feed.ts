import { readField } from '#lib/catalog/read-field.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { OperationRequest } from '../operation-request.ts';
import { rowsOf, textOf } from '../read-answer.ts';
import { sameNote } from './note-text.ts';

/** Enerflo's clock and ours may differ by so much. */
const CLOCKS_APART = 60_000;

/**
 * The notes of all installs from shortly before a time on, oldest first: the only list of notes that has been seen
 * (field facts 5.6). `created_after` is an instant in ISO 8601.
 */
export function notesSince(time: Date): OperationRequest {
  const from = new Date(time.getTime() - CLOCKS_APART).toISOString();
  return notesRequest({ created_after: from, orderDir: 'asc' });
}

/** The newest notes of all installs. That `desc` is taken is assumed from `asc`. */
export function newestNotes(): OperationRequest {
  return notesRequest({ orderDir: 'desc' });
}

function notesRequest(query: Record<string, string>): OperationRequest {
  return { method: 'GET', path: '/api/v3/installs/notes', query: { page: 1, pageSize: 100, ...query } };
}

/** The notes of one install that are not deleted. In this list `id` is the install and `note_id` the note. */
export function notesOfInstall(body: Json, installId: string): JsonObject[] {
  return rowsOf(body).filter(
    (row) =>
      textOf(row, 'epc_install_id', 'install_id', 'id') === installId && textOf(row, 'deleted_at') === null,
  );
}

/** The note of this text that was made at this time or later; texts are compared as people read them. */
export function noteOfText(rows: readonly JsonObject[], text: string, since: Date): JsonObject | undefined {
  return rows.find((row) => {
    if (!sameNote(textOfNote(row) ?? '', text)) return false;
    const made = madeAt(row);
    return made === null || made.getTime() >= since.getTime() - CLOCKS_APART;
  });
}

/** When a note was made, by Enerflo's clock; null where it does not tell. */
export function madeAt(row: JsonObject): Date | null {
  const made = readField(row, { type: 'instant', from: ['created_at', 'timestamps.created_at'] }, null);
  return typeof made?.value === 'string' ? new Date(made.value) : null;
}

/** Which note a row of the list is. */
export function noteIdOf(row: JsonObject): string | null {
  return textOf(row, 'note_id');
}

/** What a row of the list says, as Enerflo tells it; null where it tells nothing. */
export function textOfNote(row: JsonObject): string | null {
  return textOf(row, 'note', 'body', 'content');
}
