import type { MappableField } from '#lib/flows/flows.contract.ts';
import type { FieldSource } from './flow-values.ts';

/** Tells two fields apart. */
export function fieldKey(source: FieldSource): string {
  return source.kind === 'record' ? `record ${source.record} ${source.field}` : `field ${source.path}`;
}

/** The technical name, for those who look for it: on hover and in the search. */
export function fieldPathWords(source: FieldSource): string {
  return source.kind === 'record' ? `${source.record} ${source.field}` : source.path;
}

/** How a chosen field is called: by its record and label, or by its name in the data. */
export function fieldWords(source: FieldSource, known: MappableField | undefined): string {
  if (!known) return source.kind === 'record' ? `${source.record}: ${source.field}` : source.path;
  const named = known.label.toLowerCase().startsWith(known.group.toLowerCase());
  return source.kind === 'field' || named ? known.label : `${known.group}: ${known.label}`;
}

/** The name under which a field is sent unless one types another: the last part of its own. */
export function suggestedTarget(source: FieldSource): string {
  const name = source.kind === 'record' ? source.field : (source.path.split('.').at(-1) ?? '');
  return name.replaceAll('"', '');
}

/** The fields in which every word of the query occurs: in the label, the group, the technical name or the sample. */
export function searchFields(fields: readonly MappableField[], query: string): MappableField[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...fields];
  return fields.filter(({ label, group, source, sample }) => {
    const text = `${group} ${label} ${fieldPathWords(source)} ${sample ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/**
 * Rows for all fields of a record that no row takes yet. Each is sent under its own name; where that is taken, with
 * the record's name before it.
 */
export function rowsOfRecord(
  fields: readonly MappableField[],
  rows: readonly { target: string; source: FieldSource | null }[],
): { target: string; source: FieldSource }[] {
  const mapped = new Set(rows.flatMap(({ source }) => (source ? [fieldKey(source)] : [])));
  const taken = new Set(rows.map((row) => row.target.trim()));
  return fields
    .filter(({ source }) => !mapped.has(fieldKey(source)))
    .map(({ source }) => {
      const name = suggestedTarget(source);
      const record = source.kind === 'record' ? source.record.split('.').at(-1) : 'data';
      const target = taken.has(name) ? `${record}_${name}` : name;
      taken.add(target);
      return { target, source };
    });
}
