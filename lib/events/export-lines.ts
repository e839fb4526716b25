import { type CsvCell, csvLines } from '#lib/csv.ts';
import type { Db } from '#lib/db/database.ts';
import { csvColumns, hasFieldColumns } from './csv-columns.ts';
import { cutSearchWords } from './cut-search.ts';
import { type ExportedEvent, exportedEvents } from './exported-events.ts';
import type { EventFilter, Seeing } from './list-events.ts';
import type { ExportFormat } from './parse-export.ts';

/** The most events of one export. */
export const mostExported = 1_000_000;

export type ExportChoice = {
  filter: EventFilter;
  format: ExportFormat;
  /** Whether lines of JSON hold the data as it came. */
  payload: boolean;
  /** The zone of a CSV's second time column. */
  timeZone: string;
};

type Writer = { head: string; lines: (events: ExportedEvent[]) => string; last: (notice: string) => string };

/**
 * The events that fit, newest first, as pieces of text: an object a line, or CSV with a head. Where more fit than
 * `most`, or the search could not look through all that fits, a last line says so. Throws in the middle if the database does; whoever sends the pieces must then break off.
 */
export async function* exportLines(
  db: Db,
  { filter, format, payload, timeZone }: ExportChoice,
  seeing: Seeing,
  most = mostExported,
): AsyncGenerator<string> {
  const writer = format === 'csv' ? csvWriter(filter.type, timeZone) : jsonWriter(payload);
  const withData = format === 'jsonl' || hasFieldColumns(filter.type);
  let ahead = writer.head;
  let left = most;
  const all = exportedEvents(db, filter, { seeing, withData });
  let next = await all.next();
  for (; !next.done; next = await all.next()) {
    const events = next.value;
    if (events.length > left) {
      const notice = `Cut after ${most.toLocaleString('en-US')} events; narrow the filter to get the others.`;
      yield ahead + writer.lines(events.slice(0, left)) + writer.last(notice);
      return;
    }
    left -= events.length;
    yield ahead + writer.lines(events);
    ahead = '';
  }
  if (next.value) ahead += writer.last(cutSearchWords);
  if (ahead) yield ahead;
}

function jsonWriter(withPayload: boolean): Writer {
  const line = ({ payload, ...event }: ExportedEvent) =>
    `${JSON.stringify(withPayload ? { ...event, payload } : event)}\n`;
  return {
    head: '',
    lines: (events) => events.map(line).join(''),
    last: (notice) => `${JSON.stringify({ notice })}\n`,
  };
}

/** Begins with the mark by which spreadsheets know UTF-8. */
function csvWriter(type: string | undefined, timeZone: string): Writer {
  const columns = csvColumns(type, timeZone);
  const row = (event: ExportedEvent): CsvCell[] => columns.map(({ cell }) => cell(event));
  return {
    head: `\uFEFF${csvLines([columns.map(({ title }) => title)])}`,
    lines: (events) => csvLines(events.map(row)),
    last: (notice) => csvLines([[notice]]),
  };
}
