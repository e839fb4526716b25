import type { JsonObject } from '#lib/json.ts';
import { momentText } from '#lib/operations/moment-text.ts';
import { textOf, toldValues } from '#lib/operations/read-answer.ts';
import { listNotes } from '../lists/list-notes.ts';
import { allRows, patience } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { speakingOf } from './local-records.ts';
import { namedRows } from './named-rows.ts';

/**
 * Enerflo lists the notes of all installs only; so many pages of the newest are looked through. Not all there ever were:
 * should it list the oldest first all the same, they are at least of these days.
 */
const daysBack = 30;
const mostPages = 5;

/** The notes of an install by their text, newest first (`GET /api/v3/installs/notes`, field facts 5.6). */
export const pickNote: ChoiceReader = {
  way: 'known',
  needsWithin: true,
  keepMs: 10_000,
  tellsTimes: true,
  local: async (place, { within, timeZone }) => {
    const records = await speakingOf(place, 'enerflo.note', { kind: 'enerflo.install', ids: [within ?? ''] });
    const notes = records.map(({ externalId, fields }) => ({ ...fields, note_id: externalId }));
    return notesAsChoices(notes, timeZone);
  },
  remote: async (account, { within, timeZone }) => {
    const createdAfter = new Date(Date.now() - daysBack * 86_400_000);
    const pages = listNotes(account, { ...patience, createdAfter, newestFirst: true });
    const rows = await allRows(pages, mostPages);
    const notes = rows.filter((row) => textOf(row, 'epc_install_id', 'install_id', 'id') === within);
    return notesAsChoices(notes, timeZone);
  },
};

function notesAsChoices(rows: readonly JsonObject[], timeZone: string) {
  const there = rows.filter((row) => textOf(row, 'deleted_at', 'deletedAt') === null);
  const newest = [...there].sort((one, other) => made(other).localeCompare(made(one)));
  return namedRows(newest, (row) => ({
    value: textOf(row, 'note_id'),
    label: textOf(row, 'note', 'text', 'body', 'content')?.slice(0, 120) ?? null,
    detail: momentText(made(row), timeZone) || null,
  }));
}

/** When it was made, as an instant; what tells no zone is in UTC. */
function made(row: JsonObject): string {
  const { at } = toldValues(row, { at: ['instant', 'created_at', 'timestamps.created_at', 'createdAt'] });
  return typeof at === 'string' ? at : '';
}
