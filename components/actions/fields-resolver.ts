import type { Resolver } from 'react-hook-form';
import { type ActionValues, type FormField, missingFields, unchosenFields } from './action-values.ts';
import { unchosenWords } from './unchosen.ts';

/** Judges the values of a form before anything is asked: what is needed and missing, what is typed and not chosen. */
export function fieldsResolver(fields: readonly FormField[]): Resolver<ActionValues> {
  return (values) => {
    const missing = missingFields(fields, values).map(({ key }) => [key, 'This is needed.'] as const);
    const open = unchosenFields(fields, values).map(({ key }) => [key, unchosenWords] as const);
    const wrong = new Map([...missing, ...open]);
    if (wrong.size === 0) return { values, errors: {} };
    // In the order of the form: the first wrong field gets the focus.
    const inOrder = fields.flatMap(({ key }) => {
      const message = wrong.get(key);
      return message === undefined ? [] : [[key, { type: 'required', message }] as const];
    });
    return { values: {}, errors: Object.fromEntries(inOrder) };
  };
}
