import type { FieldDefinition, FieldType } from '../record-kind.ts';

/** A field that anyone who may see the record may see. */
export function plain(key: string, label: string, type: FieldType, ...from: string[]): FieldDefinition {
  return { key, label, class: 'plain', type, from };
}

/** A field about a person: a homeowner, or a colleague. */
export function personal(key: string, label: string, type: FieldType, ...from: string[]): FieldDefinition {
  return { key, label, class: 'personal', type, from };
}

/** The name of what the field `of` says, an id: no name of another id stands beside it. */
export function nameOf(of: string, field: FieldDefinition): FieldDefinition {
  return { ...field, nameOf: of };
}

/** The id of another thing: `refersTo` is its record kind, or another kind of thing that has ids. */
export function reference(key: string, label: string, refersTo: string, ...from: string[]): FieldDefinition {
  return { key, label, class: 'plain', type: 'id', refersTo, from };
}
