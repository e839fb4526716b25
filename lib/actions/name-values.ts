import { findChoices } from '#lib/enerflo/choices/find-choices.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import type { ActionContext } from './action-context.ts';
import { askedFields } from './asked-fields.ts';

/** What Enerflo calls the new values that are ids, by field; those that nobody can name are left out. */
export async function nameValues(
  context: ActionContext,
  connectionId: string,
  operation: Operation,
  input: JsonObject,
): Promise<Record<string, string>> {
  const picked = askedFields(operation, input).filter(({ key, words }) => words.picks && isId(input[key]));
  const named = await Promise.all(
    picked.map(async ({ key, words: { picks, within, value } }): Promise<[string, string][]> => {
      if (!picks) return [];
      const holder = within === undefined ? undefined : input[within];
      const { items } = await findChoices(context, {
        id: connectionId,
        picks,
        value: value ?? 'id',
        q: String(input[key]),
        within: isId(holder) ? String(holder) : undefined,
      });
      const found = items.find((choice) => choice.value === String(input[key]));
      return found ? [[key, found.label]] : [];
    }),
  );
  return Object.fromEntries(named.flat());
}

function isId(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
