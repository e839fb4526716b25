import type { FieldWords } from '#lib/operations/field-words.ts';

const alwaysPersonal = new Set<FieldWords['kind']>(['note', 'long-text', 'email', 'phone']);

/** Whether a field's value may tell of a person: it says so, or its kind holds such by its nature. */
export function isPersonalField({ personal, kind }: FieldWords): boolean {
  return personal === true || alwaysPersonal.has(kind);
}
