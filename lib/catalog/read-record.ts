import { type Json, type JsonObject, valueAt } from '#lib/json.ts';
import type { ReadField, ReadId } from './event-type.ts';
import { idText } from './normalise/id.ts';
import { salesforceId15 } from './normalise/salesforce-id.ts';
import { cleanText } from './normalise/text.ts';
import { readField } from './read-field.ts';
import type { IdPart, RecordKind } from './record-kind.ts';

/** Where Enerflo 1.0 names the zone of its times. */
export const usualZone = ['timestamps.timezone'] as const;

export type RecordReading = { fields: ReadField[]; references: ReadId[]; notes: string[] };

/**
 * The fields that a record's root tells, the ids of other things among them, and what was doubted. Fields that the
 * root does not tell are left out; emptied ones are null. For roots of events and of fetched records alike.
 */
export function readFields(kind: RecordKind, root: JsonObject): RecordReading {
  const reading: RecordReading = { fields: [], references: [], notes: [] };
  const zone = zoneOf(kind, root);
  for (const field of kind.fields) {
    const read = readField(root, field, zone);
    if (read === undefined) continue;
    reading.fields.push({ key: field.key, value: read.value });
    if (read.doubt !== null) reading.notes.push(`${kind.label}: ${field.label} ${read.doubt}.`);
    if (field.refersTo === undefined || !read.read || typeof read.value !== 'string') continue;
    const value =
      kind.salesforceId && field.refersTo !== 'external' ? salesforceId15(read.value) : read.value;
    reading.references.push({ kind: field.refersTo, label: field.label, value });
  }
  return reading;
}

/** The record's id as its root tells it, composed where it has none of its own; null where it can't be told. */
export function readId(kind: RecordKind, root: JsonObject): string | null {
  return firstId(root, kind.id, kind.salesforceId) ?? composedId(kind, root);
}

/** The first of these paths that holds an id, in the short form where it is Salesforce's. */
export function firstId(root: JsonObject, paths: readonly string[], salesforceId = false): string | null {
  for (const path of paths) {
    const id = idText(valueAt(root, path));
    if (id !== null) return salesforceId ? salesforceId15(id) : id;
  }
  return null;
}

/** The time of this state by the source's own clock, ISO 8601 UTC; null where it tells none. */
export function readClock(
  kind: RecordKind,
  root: JsonObject,
  paths: readonly string[] = kind.clock,
): string | null {
  return firstInstant(root, paths, zoneOf(kind, root));
}

/** The first of these paths that holds a moment. A date without a time counts from its midnight in UTC. */
export function firstInstant(root: JsonObject, paths: readonly string[], zone: string | null): string | null {
  const read = readField(root, { type: 'instant', from: paths }, zone);
  return read?.read && typeof read.value === 'string' ? new Date(read.value).toISOString() : null;
}

function zoneOf(kind: RecordKind, root: JsonObject): string | null {
  return zoneAt(root, kind.zone ?? usualZone);
}

/** The time zone that one of these paths names, or null. */
export function zoneAt(root: JsonObject, paths: readonly string[]): string | null {
  for (const path of paths) {
    const zone = valueAt(root, path);
    if (typeof zone === 'string' && zone.trim() !== '') return zone.trim();
  }
  return null;
}

function composedId(kind: RecordKind, root: JsonObject): string | null {
  if (!kind.idParts) return null;
  const parts: string[] = [];
  for (const part of kind.idParts) {
    const text = partOf(root, part);
    if (text === null && !part.optional) return null;
    parts.push(text ?? '');
  }
  return idText(parts.join('|'));
}

function partOf(root: JsonObject, part: IdPart): string | null {
  if (part.type === 'id') return firstId(root, part.from, true);
  const read = readField(root, part, null);
  return scalarText(read?.value);
}

function scalarText(value: Json | undefined): string | null {
  if (value === undefined || value === null || typeof value === 'object') return null;
  return cleanText(String(value)) || null;
}
