import { eventFilterOf } from '#lib/events/event-range.schema.ts';
import type { LogFilter } from './log-filter.ts';

/** The events that something is to be done with: rows chosen one by one, or all that fit the filter. */
export type EventChoice = { ids: readonly string[] } | { filter: LogFilter };

/** As many as the API takes by their ids. */
export const mostByHand = 1_000;

export type ExportFormat = 'csv' | 'jsonl';

/** The choice as the API takes it; a range that moves ends now. */
export function choiceInput(choice: EventChoice) {
  return 'ids' in choice ? { ids: [...choice.ids] } : { filter: eventFilterOf(choice.filter, Date.now()) };
}
