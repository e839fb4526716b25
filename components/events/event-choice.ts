import { eventFilterOf } from '#lib/events/event-range.schema.ts';
import { filterText, type LogFilter } from './log-filter.ts';

/** The events that something is to be done with: rows chosen one by one, or all that fit the filter. */
export type EventChoice = { ids: readonly string[] } | { filter: LogFilter };

/** The choice as the API takes it; a range that moves ends now. */
export function choiceInput(choice: EventChoice) {
  return 'ids' in choice ? { ids: [...choice.ids] } : { filter: eventFilterOf(choice.filter, Date.now()) };
}

/** More ids than an address can hold are sent as a form. */
const mostInAddress = 200;

export type ExportFormat = 'csv' | 'jsonl';

/** Where a file of the chosen events is to be had; null where there are too many ids for an address. */
export function exportAddress(choice: EventChoice, format: ExportFormat): string | null {
  if (!('ids' in choice)) {
    return `/api/events/export?${new URLSearchParams([['format', format], ...new URLSearchParams(filterText(choice.filter))])}`;
  }
  if (choice.ids.length > mostInAddress) return null;
  return `/api/events/export?${new URLSearchParams([['format', format], ...choice.ids.map((id) => ['ids', id])])}`;
}

/** Asks for the same file with a form that the page makes and forgets. */
export function exportByForm(ids: readonly string[], format: ExportFormat): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/api/events/export';
  for (const [name, value] of Object.entries({ format, ids: ids.join(',') })) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
