import type { Json } from '#lib/json.ts';
import type { FieldWords } from '#lib/operations/field-words.ts';

/** A value that a field takes, whatever stands in a file: to see which fields an operation wants together. Never sent. */
export function sampleValue({ kind, choices = [] }: FieldWords): Json {
  switch (kind) {
    case 'email':
      return 'a@example.com';
    case 'phone':
      return '2125550100';
    case 'state':
      return 'CA';
    case 'zip':
      return '02101';
    case 'date':
      return '2024-08-15';
    case 'moment':
      return '2024-08-15T18:30:00Z';
    case 'number':
      return 1;
    case 'yes-no':
      return true;
    case 'code':
      return choices[0]?.[0] ?? '';
    // Ids are numbers; of an e-mail address or a name that is chosen, any text will do.
    default:
      return '1';
  }
}
