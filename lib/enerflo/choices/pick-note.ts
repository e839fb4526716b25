import type { JsonObject } from '#lib/json.ts';
import { textOf } from '#lib/operations/read-answer.ts';
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
  way: 'search',
  needsWithin: true,
  keepMs: 10_000,
  local: async (place, { within }) => {
    const records = await speakingOf(place, 'enerflo.note', { kind: 'enerflo.install', ids: [within ?? ''] });
    return notesAsChoices(records.map(({ externalId, fields }) => ({ ...fields, note_id: externalId })));
  },
  remote: async (account, { within }) => {
    const createdAfter = new Date(Date.now() - daysBack * 86_400_000);
    const pages = listNotes(account, { ...patience, createdAfter, newestFirst: true });
    const rows = await allRows(pages, mostPages);
    return notesAsChoices(rows.filter((row) => textOf(row, 'epc_install_id', 'install_id', 'id') === within));
  },
};

function notesAsChoices(rows: readonly JsonObject[]) {
  const there = rows.filter((row) => textOf(row, 'deleted_at', 'deletedAt') === null);
  const newest = [...there].sort((one, other) => made(other).localeCompare(made(one)));
  return namedRows(newest, (row) => ({
    value: textOf(row, 'note_id'),
    label: textOf(row, 'note', 'text', 'body', 'content')?.slice(0, 120) ?? null,
    detail: made(row).slice(0, 16).replace('T', ' ') || null,
  }));
}

function made(row: JsonObject): string {
  return textOf(row, 'created_at', 'createdAt') ?? '';
}
