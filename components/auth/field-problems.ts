import { errorWords } from '../api.ts';

/**
 * Shows what the API found wrong at the fields of a form. Gives what belongs to none of them, for a line of its own;
 * null where all of it stands at a field.
 */
export function showFieldProblems<Name extends string>(
  error: unknown,
  names: readonly Name[],
  show: (name: Name, message: string) => void,
): string | null {
  const { message, fields } = errorWords(error);
  const placed = fields.filter(({ field, message: words }) => {
    const name = names.find((each) => each === field);
    if (name) show(name, words);
    return name !== undefined;
  });
  return placed.length > 0 ? null : message;
}
