import { eventTypeNamed } from '#lib/catalog/registry.ts';
import type { CsvCell } from '#lib/csv.ts';
import { outcomeWords } from '#lib/delivery/outcome-words.ts';
import type { Json } from '#lib/json.ts';
import type { ExportedEvent } from './exported-events.ts';

export type CsvColumn = { title: string; cell: (event: ExportedEvent) => CsvCell };

/** What a cell of a spreadsheet can hold (32,767 characters), with room for marks. */
const longestCell = 32_000;

/**
 * The columns of an export as CSV. Times stand twice: ISO 8601 UTC, and `YYYY-MM-DD HH:mm:ss` in `timeZone`, which
 * spreadsheets read as a time. With one event type of the catalog the fields of its main record follow, one column each.
 */
export function csvColumns(type: string | undefined, timeZone: string): CsvColumn[] {
  // Swedish dates are written like ISO 8601.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return [
    { title: 'Id', cell: ({ id }) => id },
    { title: 'Received (ISO 8601)', cell: ({ receivedAt }) => receivedAt },
    { title: `Received (${timeZone})`, cell: ({ receivedAt }) => local.format(new Date(receivedAt)) },
    { title: 'Account', cell: ({ connection }) => connection },
    { title: 'Environment', cell: ({ environment }) => environment },
    { title: 'Event', cell: ({ label }) => label },
    { title: 'Type', cell: (event) => event.type },
    { title: 'Concerns', cell: ({ about }) => textCell(about) },
    { title: 'Record', cell: ({ recordLabel }) => recordLabel },
    { title: 'Record id', cell: ({ recordId }) => textCell(recordId) },
    { title: 'Outcome', cell: outcomeWords },
    { title: 'Handled by', cell: ({ handled }) => handled?.by },
    { title: 'Handled at (ISO 8601)', cell: ({ handled }) => handled?.at },
    { title: 'Handling note', cell: ({ handled }) => handled?.note },
    { title: 'Times received', cell: ({ receivedCount }) => receivedCount },
    ...fieldColumns(type),
  ];
}

/** Whether the columns of this type are read from the events' data. */
export function hasFieldColumns(type: string | undefined): boolean {
  return fieldColumns(type).length > 0;
}

function fieldColumns(type: string | undefined): CsvColumn[] {
  const entry = type ? eventTypeNamed(type) : null;
  const kind =
    entry?.shape === 'known' ? entry.records.find((use) => use.main && !use.idOnly)?.record : undefined;
  return (kind?.fields ?? [])
    .filter((field) => field.class !== 'secret')
    .map(({ key, label }) => ({
      title: `${kind?.label}: ${label}`,
      cell: ({ records }) => textCell(records.find((record) => record.main)?.fields[key]),
    }));
}

function textCell(value: Json | undefined): CsvCell {
  const plain = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  if (typeof plain !== 'string' || plain.length <= longestCell) return plain;
  return `${plain.slice(0, longestCell)}… (cut; the JSON export has all ${plain.length} characters)`;
}
