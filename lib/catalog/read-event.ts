import { type JsonObject, valueAt } from '#lib/json.ts';
import { about } from './about.ts';
import { crmIds } from './crm/crm-event.ts';
import type { EventType, IdUse, ReadId, Reading, ReadRecord, Recognition } from './event-type.ts';
import { asObject } from './keys.ts';
import { isEmpty } from './normalise/normalise.ts';
import { firstId, firstInstant, readClock, readFields, readId, usualZone, zoneAt } from './read-record.ts';
import type { RecordUse } from './record-kind.ts';

/**
 * A recognised body in our terms: records, ids, time, whom it concerns. Of a type whose shape is unknown only the
 * ids are read, of one that the catalog has not only the body's own id. Never throws, whatever the body holds.
 */
export function readEvent({ type, entry, core }: Recognition): Reading {
  if (!entry) return idsOnly(readIdUses(core, idsOfUnknown(type)));

  const uses = [...entry.records].sort((one, other) => Number(other.main) - Number(one.main));
  const told = uses.map((use) => readUse(entry, use, core)).filter((one) => one !== null);
  const records = merged(told.map((one) => one.record));
  const ids = distinct([
    ...told.map(({ record, label }) => ({ kind: record.kind, label, value: record.id })),
    ...told.flatMap((one) => one.references),
    ...readIdUses(core, entry.idsFrom ?? []),
  ]);
  return {
    records,
    ids,
    occurredAt: firstInstant(core, entry.timeFrom, zoneAt(core, usualZone)),
    about: about(records, ids),
    complete: entry.coreFields.length === 0 || entry.coreFields.some((path) => isFilled(core, path)),
    notes: [...new Set(told.flatMap((one) => one.notes))],
  };
}

/** Salesforce, and whoever builds on it as Sunnova does, writes `Id`. */
function idsOfUnknown(type: string): readonly IdUse[] {
  return type.startsWith('crm.') ? crmIds : [{ kind: type, label: 'Id', from: ['id', 'Id', 'ID'] }];
}

type Told = { record: ReadRecord; label: string; references: ReadId[]; notes: string[] };

function readUse(entry: EventType, use: RecordUse, core: JsonObject): Told | null {
  const { record: kind, main } = use;
  const root = rootOf(use, core);
  const named = use.idFrom ? firstId(core, use.idFrom, kind.salesforceId) : null;
  const id = named ?? (use.idOnly ? null : readId(kind, root));
  if (id === null) return null;
  if (use.idOnly || entry.shape === 'unknown') {
    const record = { kind: kind.kind, id, main, clock: null, fields: [] };
    return { record, label: kind.label, references: [], notes: [] };
  }
  const { fields, references, notes } = readFields(kind, root);
  const clock = use.clockFrom ? readClock(kind, core, use.clockFrom) : readClock(kind, root);
  return { record: { kind: kind.kind, id, main, clock, fields }, label: kind.label, references, notes };
}

/** Where the record's paths begin. An absent root tells nothing but may still be named by its id. */
function rootOf(use: RecordUse, core: JsonObject): JsonObject {
  if (use.rootOf) return use.rootOf(core);
  return asObject(valueAt(core, use.at)) ?? {};
}

/** One record for each kind and id: a body may tell of one thing at two places; what comes first counts. */
function merged(records: readonly ReadRecord[]): ReadRecord[] {
  const byKey = new Map<string, ReadRecord>();
  for (const record of records) {
    const key = `${record.kind} ${record.id}`;
    const before = byKey.get(key);
    if (!before) {
      byKey.set(key, record);
      continue;
    }
    const keys = new Set(before.fields.map((field) => field.key));
    before.fields.push(...record.fields.filter((field) => !keys.has(field.key)));
    before.clock ??= record.clock;
  }
  return [...byKey.values()];
}

function readIdUses(core: JsonObject, uses: readonly IdUse[]): ReadId[] {
  return uses.flatMap(({ kind, label, from }) => {
    const value = firstId(core, from);
    return value === null ? [] : [{ kind, label, value }];
  });
}

function distinct(ids: readonly ReadId[]): ReadId[] {
  const seen = new Set<string>();
  return ids.filter(({ kind, value }) => {
    const key = `${kind} ${value}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function idsOnly(ids: ReadId[]): Reading {
  return { records: [], ids, occurredAt: null, about: ids[0]?.value ?? null, complete: true, notes: [] };
}

function isFilled(core: JsonObject, path: string): boolean {
  const value = valueAt(core, path);
  return value !== undefined && !isEmpty(value);
}
