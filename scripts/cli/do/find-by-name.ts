import type { ActionContext } from '#lib/actions/action-context.ts';
import { chooseByName } from '#lib/bulk/choose-by-name.ts';
import { findChoices } from '#lib/enerflo/choices/find-choices.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';

/**
 * The input with ids where names were given (`--status-id "On Hold"`), as Enerflo tells them now. Ids and e-mail
 * addresses are left alone. Throws AppError INVALID where no one or more than one is called so.
 */
export async function findByName(
  context: ActionContext,
  connectionId: string,
  operation: Operation,
  input: JsonObject,
): Promise<JsonObject> {
  const found: JsonObject = { ...input };
  for (const { key, words } of operationFields(operation)) {
    const given = found[key];
    if (words.picks === undefined || typeof given !== 'string' || isValue(given)) continue;
    const within = words.within === undefined ? undefined : found[words.within];
    const { items, failure } = await findChoices(context, {
      id: connectionId,
      picks: words.picks,
      q: given,
      within: typeof within === 'string' ? within : undefined,
      value: words.value ?? 'id',
    });
    if (failure && items.length === 0) throw new AppError('INVALID', `${failure.text} ${failure.whatToDo}`);
    const choice = chooseByName(words.label, words.picks, given, items);
    if ('problem' in choice) throw new AppError('INVALID', choice.problem);
    found[key] = choice.value;
  }
  return found;
}

/** An id of either generation, or an e-mail address: no name. */
function isValue(text: string): boolean {
  return /^\s*(\d+|[\da-f]{8}-[\da-f-]{27}|\S+@\S+)\s*$/i.test(text);
}
