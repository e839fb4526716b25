import type { EventType } from './event-type.ts';
import type { FieldClass, FieldType } from './record-kind.ts';

/** A normalised field that an event type may tell, for editors and previews. */
export type TreeField = {
  /** The record's kind; one kind may be told of twice by one event (a deal under both of its ids). */
  record: string;
  recordLabel: string;
  key: string;
  label: string;
  class: FieldClass;
  type: FieldType;
};

/**
 * The normalised fields of an event type, the main record's first. Each record begins with `id`, its own id, which
 * a reading carries beside its fields. A type whose shape is unknown has only those.
 */
export function fieldTree(entry: EventType): TreeField[] {
  const tree = new Map<string, TreeField>();
  const uses = [...entry.records].sort((one, other) => Number(other.main) - Number(one.main));
  for (const { record, idOnly } of uses) {
    const of = { record: record.kind, recordLabel: record.label };
    const id: TreeField = { ...of, key: 'id', label: `${record.label} id`, class: 'plain', type: 'id' };
    const fields = idOnly || entry.shape === 'unknown' ? [] : record.fields;
    tree.set(`${record.kind} id`, id);
    for (const { key, label, class: fieldClass, type } of fields) {
      tree.set(`${record.kind} ${key}`, { ...of, key, label, class: fieldClass, type });
    }
  }
  return [...tree.values()];
}
