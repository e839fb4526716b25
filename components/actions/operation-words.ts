import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';

/** Operations that do one thing or another, depending on what is filled in. */
const exactly: { [operation: string]: (input: JsonObject) => string } = {
  'enerflo.milestone.update': (input) =>
    typeof input.completed_date === 'string' ? 'Complete the milestone' : 'Change the milestone',
};

/**
 * What the button that sends says, exactly: `Add a note to an install` becomes `Add the note to the install in
 * Enerflo`. `input` is what would be sent; `updates`: whether what it adds is there already and is updated.
 */
export function sendWords(
  { name, label }: Pick<Operation, 'name' | 'label'>,
  input: JsonObject,
  updates = false,
): string {
  const words = exactly[name]?.(input) ?? definite(label, updates);
  return /\bEnerflo\b/.test(words) ? words : `${words} in Enerflo`;
}

/** `Add the lead with the appointment`; of one that is there already `Update the lead with an appointment`. */
function definite(label: string, updates: boolean): string {
  return updates ? label.replace(/^Add a /, 'Update the ') : label.replace(/ an? /g, ' the ');
}
