import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { EventType } from '#lib/catalog/event-type.ts';
import { readEvent } from '#lib/catalog/read-event.ts';
import { recognise } from '#lib/catalog/recognise.ts';
import { isJsonObject, type Json, valueAt } from '#lib/json.ts';

/**
 * Gives copies of a body that tell of other records at other times: the ids of its records become new ones of the
 * same form, each the same wherever it stands, and the event's own time becomes `now`. Where a body has no id,
 * a field `copy` makes the difference. `number` tells the copies apart. Ids and times in `kept` stay as they are.
 */
export function freshen(
  entry: EventType,
  body: Json,
  kept: readonly Json[] = [],
): (number: number, now: Date) => Json {
  const recognition = recognise({ source: entry.source, name: entry.vendorName, body });
  const reading = readEvent(recognition);
  const own = reading.records.map((record) => record.id);
  // A main record without an id of its own is known by others, such as its project's.
  const composed = reading.records.some((record) => record.main && record.id.includes('|'));
  const ids = new Set(composed ? [...own, ...reading.ids.map((id) => id.value)] : own);
  const times = new Set(timesIn(entry, recognition.core));
  for (const value of kept) {
    const id = idIn(String(value), ids);
    if (id !== null) ids.delete(id);
    if (typeof value === 'string' || typeof value === 'number') times.delete(value);
  }
  const start = randomInt(100_000_000, 900_000_000);
  return (number, now) => {
    const known = new Map<string, string>();
    const replace = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(replace);
      if (isJsonObject(value)) {
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
      }
      if (typeof value !== 'string' && typeof value !== 'number') return value;
      if (times.has(value)) return timeLike(value, now);
      const id = idIn(String(value), ids);
      if (id === null) return value;
      const fresh = known.get(id) ?? idLike(id, start + number + known.size * 1_000_000);
      known.set(id, fresh);
      return typeof value === 'number' ? Number(fresh) : fresh + String(value).slice(id.length);
    };
    const copy = replace(body);
    return known.size === 0 && isJsonObject(copy) ? { ...copy, copy: number } : copy;
  };
}

/** The record id that a value is. Salesforce writes one id with 15 or with 18 characters. */
function idIn(value: string, ids: ReadonlySet<string>): string | null {
  if (ids.has(value)) return value;
  return value.length === 18 && ids.has(value.slice(0, 15)) ? value.slice(0, 15) : null;
}

function idLike(id: string, number: number): string {
  if (/^\d+$/.test(id)) return String(number);
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(id)) return randomUUID();
  const tail = randomBytes(16).toString('hex');
  return id.length <= 8 ? tail.slice(0, 8) : id.slice(0, -8) + tail.slice(0, 8);
}

/** The values that tell when the event, or the state of a record in it, was. */
function timesIn(entry: EventType, core: Json): (string | number)[] {
  const clocks = entry.records.flatMap(({ at, record, clockFrom }) => [
    ...record.clock.map((path) => (at === '' ? path : `${at}.${path}`)),
    ...(clockFrom ?? []),
  ]);
  return [...entry.timeFrom, ...clocks].flatMap((path) => {
    const value = valueAt(core, path);
    return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [value] : [];
  });
}

/** `now` in the form of a time: unix seconds or milliseconds, a date, `YYYY-MM-DD HH:mm:ss` (UTC), or ISO 8601. */
function timeLike(time: string | number, now: Date): string | number {
  if (typeof time === 'number')
    return time > 100_000_000_000 ? now.getTime() : Math.floor(now.getTime() / 1000);
  const iso = now.toISOString();
  if (/^\d{4}-\d\d-\d\d$/.test(time)) return iso.slice(0, 10);
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(time) ? iso.slice(0, 19).replace('T', ' ') : iso;
}
