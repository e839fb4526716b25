import { besideOf } from '#lib/actions/beside.ts';
import { findLookalikes } from '#lib/actions/find-lookalikes.ts';
import { readToday } from '#lib/actions/read-today.ts';
import { updatedToday } from '#lib/actions/updated-today.ts';
import type { EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import type { JsonObject } from '#lib/json.ts';
import type { CurrentValues, Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { putRight } from '#lib/operations/put-right/put-right.ts';
import type { BulkColumns, RowNote } from './bulk.schema.ts';
import type { RowState } from './bulk-states.ts';
import { excelNotes } from './excel-notes.ts';
import { type NotAsked, notAsked, saidNo } from './not-asked.ts';
import { rawInput } from './raw-input.ts';
import { rowHash } from './row-hash.ts';
import type { ValueFinder } from './value-finder.ts';

export type Checking = {
  account: EnerfloAccount;
  operation: Operation;
  columns: BulkColumns;
  /** Who stands as the author of notes. */
  author: string;
  find: ValueFinder;
};

export type CheckedRow = {
  number: number;
  state: RowState;
  reason: string | null;
  input: JsonObject | null;
  hash: Uint8Array | null;
  notes: RowNote[];
  /** How often Enerflo could not be asked about it, as long as it is to be tried again; else 0. */
  tries: number;
};

export type RowToCheck = { number: number; cells: readonly string[]; tries: number };

/** Enerflo is asked about one row so often before it counts as one that cannot be checked. */
export const mostTries = 3;

/**
 * One row as it would be sent, with what was put right, what it would change and what it looks like; nothing is
 * changed in Enerflo. Gives why, where Enerflo could not be asked: the row is checked later then.
 */
export async function checkRow(checking: Checking, row: RowToCheck): Promise<CheckedRow | NotAsked> {
  const { account, operation, columns } = checking;
  const bad = (reason: string, notes: RowNote[] = []): CheckedRow => ({
    number: row.number,
    state: 'bad',
    reason,
    input: null,
    hash: null,
    notes,
    tries: 0,
  });
  if (row.cells.length > columns.heads.length)
    return bad(
      `It has ${row.cells.length} cells, but the file has ${columns.heads.length} columns. A separator or a quotation mark may be missing or too much.`,
    );
  const { raw, excel } = rawInput(columns, row.cells);
  const named = await checking.find(operation, raw);
  if ('notAsked' in named) return named;
  if (named.problems.length > 0) return bad(named.problems.join(' '), excelNotes([], excel));
  const labels = new Map(operationFields(operation).map(({ key, words }) => [key, words.label]));
  const put = putInput(checking, named.raw);
  const plain = putInput(withoutAuthor(checking), named.raw);
  // The author's name and what is filled in by itself are the same in every row, and no news.
  const puttingRight = plain.puttingRight
    .filter(({ from }) => from !== '')
    .map((one) => ({ kind: 'put-right' as const, ...one }));
  const notes: RowNote[] = [
    ...excelNotes([...named.notes, ...puttingRight], excel),
    ...put.cautions.map(({ field, message }) => ({ kind: 'caution' as const, field, text: message })),
  ];
  if (put.problems.length > 0) return bad(put.problems.map((one) => inWords(one, labels)).join(' '), notes);

  const { input } = put;
  const checked: CheckedRow = {
    number: row.number,
    state: 'waiting',
    reason: null,
    input,
    hash: rowHash(account.connectionId, operation.name, ofRow(plain.input, named.raw)),
    notes,
    tries: 0,
  };
  const today = columns.askEnerflo ? await readToday(account, operation, input, 'bulk') : null;
  if (today?.failure) {
    const { text, said } = today.failure;
    return saidNo(today.failure)
      ? bad([text, said].filter(Boolean).join(' '), notes)
      : notAsked(today.failure);
  }
  const current = today?.current ?? null;
  const clock = account.settings.timeZone ?? columns.timeZone ?? 'UTC';
  const changesOf = (now: CurrentValues): RowNote[] =>
    besideOf(operation, input, now, named.labels, clock)
      .filter(({ changes }) => changes)
      .map(({ field, beforeText, afterText, told }) => ({
        kind: 'today',
        field,
        before: beforeText,
        after: afterText ?? '',
        told,
      }));
  if (current) {
    const changes = changesOf(current);
    notes.push(...(changes.length > 0 ? changes : [{ kind: 'same' as const }]));
  }
  for (const effect of operation.sideEffects?.(input, current, clock) ?? [])
    notes.push({ kind: 'side-effect', ...effect });
  if (columns.askEnerflo && operation.lookalikes) {
    const { found, failure, warnings } = await findLookalikes(account, operation, input, 'bulk');
    // It is not held up by what lasts: whoever sends it is told that nobody looked, and agrees to that.
    const unasked = failure && notAsked(failure);
    if (unasked && (unasked.notAsked.kind !== 'row' || (failure.again && row.tries + 1 < mostTries)))
      return unasked;
    for (const warning of warnings) notes.push({ kind: 'side-effect', ...warning });
    for (const { subject, about, alike } of found)
      notes.push({ kind: 'alike', about, alike, record: subject.kind, id: subject.id });
    const updated = updatedToday(found);
    if (updated) notes.push(...changesOf(updated).filter((note) => note.kind === 'today' && note.told));
  }
  return checked;
}

/** A problem with the name of its field in front, unless it says that itself. */
function inWords(
  { field, message }: { field: string; message: string },
  labels: Map<string, string>,
): string {
  const label = labels.get(field) ?? field;
  return message.startsWith(label) ? message : `${label}: ${message}`;
}

function putInput({ account, operation, columns, author }: Checking, raw: JsonObject) {
  const timeZone = account.settings.timeZone ?? columns.timeZone ?? '';
  return putRight(operation, raw, { settings: account.settings, timeZone, author, now: new Date() });
}

function withoutAuthor(checking: Checking): Checking {
  const { account } = checking;
  return { ...checking, account: { ...account, settings: { ...account.settings, noteAuthor: false } } };
}

/**
 * What makes two rows the same: the input without the author's name, so that a colleague's upload of the same file is a
 * repeat, and without what the operation fills by itself, which is another one each time.
 */
function ofRow(input: JsonObject, raw: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(input).filter(([field]) => Object.hasOwn(raw, field)));
}
