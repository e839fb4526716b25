import type { EnerfloSettings } from '#lib/enerflo/enerflo-settings.schema.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { authorPrefix } from '#lib/operations/put-right/right-note.ts';

/**
 * An input as it was before the console added to it: without the ids that it made from the rest, and without the name of
 * the author in front of a note. Both are added anew when it is sent: an id made from a value that was a mistake would
 * not be the one that the corrected value has, and another person puts another name.
 */
export function asTyped(
  operation: Operation,
  input: JsonObject,
  { settings, author }: { settings: EnerfloSettings; author: string },
): JsonObject {
  const made = madeKeys(operation, input, settings);
  const notes = new Set(
    operationFields(operation)
      .filter(({ words }) => words.kind === 'note')
      .map(({ key }) => key),
  );
  const prefix = authorPrefix(author, settings.noteProduct);
  const typed = ([key, value]: [string, Json]): [string, Json] =>
    notes.has(key) && typeof value === 'string' && prefix !== '' && value.startsWith(prefix)
      ? [key, value.slice(prefix.length)]
      : [key, value];
  return Object.fromEntries(
    Object.entries(input)
      .filter(([key]) => !made.has(key))
      .map(typed),
  );
}

/** The ids of ours that follow from the rest of an input, each with its kind where it has one. */
function madeKeys({ ownIds = [], fills }: Operation, input: JsonObject, settings: EnerfloSettings) {
  const made = ownIds.flatMap((id) => {
    const kind = id.replace(/_id$/, '_record_type');
    const { [id]: _id, [kind]: _kind, ...rest } = input;
    const filled = fills?.(rest, { settings }) ?? {};
    const same = filled[id] !== undefined && filled[id] === input[id] && filled[kind] === input[kind];
    return same ? [id, kind] : [];
  });
  return new Set(made);
}
