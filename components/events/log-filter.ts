import { sources } from '#lib/catalog/event-type.ts';
import type { EventQuery } from '#lib/events/event-query.schema.ts';
import { ranges } from '#lib/events/event-range.schema.ts';

/** The filters of the event log, as its address has them. */
export type LogFilter = EventQuery;
export type FilterName = keyof LogFilter;
/** What a filter is set to; null takes it away. */
export type FilterChange = Partial<Record<FilterName, string | null>>;
type Values = Partial<Record<string, string | null>>;

/** Every filter, in the order of their names, as saved views keep them. */
export const filterNames = [
  'address',
  'connection',
  'environment',
  'from',
  'handled',
  'outcome',
  'q',
  'range',
  'record',
  'source',
  'stage',
  'to',
  'type',
] as const satisfies readonly FilterName[];

/**
 * The filters in the parameters of an address. What a filter cannot be is left out, so that a mistyped address shows
 * too much rather than nothing. It takes what `eventQuerySchema` takes (a test holds the two together), without
 * bringing the schemas of the whole API to the page.
 */
export function readFilter(values: Values): LogFilter {
  const from = instant(values.from);
  const to = instant(values.to);
  const filter: LogFilter = {
    address: text(values.address, 64),
    connection: id(values.connection),
    environment: oneOf(['production', 'sandbox'], values.environment),
    from,
    handled: oneOf(['yes', 'no'], values.handled),
    outcome: text(values.outcome, 40),
    q: text(values.q, 200),
    range: from || to ? undefined : oneOf(ranges, values.range),
    record: id(values.record),
    source: oneOf(sources, values.source),
    stage: text(values.stage, 40),
    to,
    type: text(values.type, 200),
  };
  return filter;
}

type Value = string | null | undefined;

function text(value: Value, longest: number): string | undefined {
  return value?.trim().slice(0, longest).trimEnd() || undefined;
}

function oneOf<T extends string>(words: readonly T[], value: Value): T | undefined {
  return words.find((word) => word === value);
}

function id(value: Value): string | undefined {
  const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;
  return value && uuid.test(value) ? value : undefined;
}

function instant(value: Value): string | undefined {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
  if (!value || !form.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** The filters as an address has them, without `?`: names in order, so that equal filters are equal texts. */
export function filterText(filter: LogFilter): string {
  const filled = filterNames.flatMap((name) => {
    const value = filter[name];
    return value ? [[name, value]] : [];
  });
  return new URLSearchParams(filled).toString();
}

/** The filters that a text of `filterText`, or of a saved view, stands for. */
export function filterOfText(text: string): LogFilter {
  return readFilter(Object.fromEntries(new URLSearchParams(text)));
}

/** What has to be set so that nothing but `filter` filters. */
export function changeTo(filter: LogFilter): FilterChange {
  return Object.fromEntries(filterNames.map((name) => [name, filter[name] ?? null]));
}

/** The filter without some of its parts. */
export function without(filter: LogFilter, names: readonly FilterName[]): LogFilter {
  return readFilter(Object.fromEntries(Object.entries(filter).filter(([name]) => !isOneOf(names, name))));
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
