import { fieldTree } from '#lib/catalog/field-tree.ts';
import { eventTypeNamed } from '#lib/catalog/registry.ts';
import type { Db } from '#lib/db/database.ts';
import { isJsonObject, type Json, joinPath } from '#lib/json.ts';
import type { MappedRecord } from '#lib/mapping/apply-mapping.ts';
import type { MappableField } from './flows.contract.ts';
import { mappingMaterial, type PreviewOrigin } from './mapping-material.ts';

const mostPaths = 1_500;
const sampleLength = 120;

/**
 * What a mapping of this event type can read, each with the value it has in the latest event (or the sample): the
 * normalised fields first, in plain words, then every field of the data by its path.
 */
export async function mappableFields(
  db: Db,
  { connectionId, type }: { connectionId: string; type: string },
): Promise<{ origin: PreviewOrigin; fields: MappableField[] }> {
  const { origin, payload, records } = await mappingMaterial(db, connectionId, type);
  const entry = eventTypeNamed(type);
  const normalised = (entry ? fieldTree(entry) : []).map(
    (field): MappableField => ({
      source: { kind: 'record', record: field.record, field: field.key },
      group: field.recordLabel,
      label: field.label,
      sample: shown(valueIn(records, field.record, field.key)),
    }),
  );
  const data = leaves(payload, [])
    .slice(0, mostPaths)
    .map(
      ({ path, value }): MappableField => ({
        source: { kind: 'field', path },
        group: 'Data',
        label: path,
        sample: shown(value),
      }),
    );
  return { origin, fields: [...normalised, ...data] };
}

function valueIn(records: readonly MappedRecord[], kind: string, key: string): Json | undefined {
  const told = records.filter((record) => record.kind === kind);
  const record = told.find((one) => one.main) ?? told[0];
  return record?.fields[key] ?? (key === 'id' ? record?.id : undefined);
}

function leaves(value: Json, parts: string[]): { path: string; value: Json }[] {
  const inner = isJsonObject(value)
    ? Object.entries(value)
    : Array.isArray(value)
      ? value.slice(0, 3).entries()
      : [];
  const found = [...inner].flatMap(([key, item]) => leaves(item, [...parts, String(key)]));
  return found.length > 0 || parts.length === 0 ? found : [{ path: joinPath(parts), value }];
}

function shown(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > sampleLength ? `${text.slice(0, sampleLength)}…` : text;
}
