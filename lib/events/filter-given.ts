import type { JsonObject } from '#lib/json.ts';
import type { EventFilter } from './list-events.ts';

/** What of a filter is given, as the audit log keeps it. */
export function filterGiven(filter: EventFilter): JsonObject {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
