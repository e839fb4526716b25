import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';

/** Operations that do one thing or another, depending on what is filled in. */
const exactly: { [operation: string]: (input: JsonObject) => string } = {
  'enerflo.milestone.update': (input) =>
    typeof input.completed_date === 'string' ? 'Complete the milestone' : 'Change the milestone',
};

/**
 * What the button that sends says, exactly: `Add a note to an install` becomes `Add the note to the install in
 * Enerflo`. `input` is what would be sent.
 */
export function sendWords({ name, label }: Pick<Operation, 'name' | 'label'>, input: JsonObject): string {
  const definite = exactly[name]?.(input) ?? label.replace(/ an? /g, ' the ');
  return /\bEnerflo\b/.test(definite) ? definite : `${definite} in Enerflo`;
}
