import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import { AppError } from '#lib/errors.ts';
import type { Json } from '#lib/json.ts';
import type { CurrentValues } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import type { InsteadOfAction } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { askedFields } from './asked-fields.ts';
import { isSame } from './beside.ts';
import { canCorrect } from './can-correct.ts';
import { correctionOf } from './correction-of.ts';
import { insteadName } from './instead-name.ts';
import { keptAction } from './kept-action.ts';

/**
 * What may do, in the place of an action that Enerflo did not allow, what was wanted: an input by today's values there.
 * Reads in Enerflo, changes nothing. Where Enerflo has all of it by now it says so. Of an action that was not done for
 * another reason: the same with what was asked (`correctionOf`). Throws NOT_FOUND where there is no such action or nothing
 * to do in its place, FORBIDDEN for whom may not do it, and as `openEnerfloAccount` does.
 */
export async function insteadOf(context: ActionContext, id: string): Promise<InsteadOfAction> {
  const row = await context.db.action.findUnique({ where: { id } });
  if (!row) throw new AppError('NOT_FOUND', 'There is no such action.');
  if (canCorrect(row)) return await correctionOf(context, row);
  const { operation, input: asked, before } = keptAction(row);
  const other = operation?.whenNotAllowed;
  if (!operation || !other || insteadName(row) === null)
    throw new AppError('NOT_FOUND', 'There is nothing to do in the place of this action.');

  // Only what was to change: all else is as it is today, whoever changed it since.
  const input = Object.fromEntries(
    Object.entries(asked).filter(
      // What was not told may be anything: that it was to be empty is a wish too.
      ([key, value]) =>
        key === operation.about?.field ||
        !before ||
        !Object.hasOwn(before, key) ||
        !isSame(before[key] ?? null, value),
    ),
  );
  const account = await openEnerfloAccount(context, row.connectionId);
  const read = {
    connectionId: row.connectionId,
    operation: other.operation,
    link: account.baseUrl,
    said: null,
    eventId: row.eventId,
  };
  const cannot = (why: string): InsteadOfAction => ({ ...read, input: null, updates: null, left: [], why });
  const [first, ...rest] = await Promise.all(
    other.requests(input).map((request) => account.call(request, { share: 'people' })),
  );
  if (!first) throw new Error(`${operation.name} reads nothing of what it is about`);
  if (!first.ok) return cannot(`Today’s values could not be read. ${first.text} ${first.whatToDo}`);
  const today = operation.current?.values(first.body, input, { settings: account.settings });
  if (today && askedFields(operation, input).every(({ key }) => isThere(today, key, input[key] ?? null)))
    return cannot('Enerflo has all of it as it was wanted by now: nothing is left to change.');
  const bodies = [first, ...rest].map((result) => (result.ok ? result.body : null));
  const next = other.next(bodies);
  const list = next && (await account.call(next, { share: 'people' }));
  if (list && !list.ok)
    return cannot(`Enerflo could not be asked for our id of it. ${list.text} ${list.whatToDo}`);

  const instead = other.input(bodies, list?.body ?? null, input);
  if ('why' in instead) return cannot(instead.why);
  const { subject, ...updates } = instead.updates;
  const labels = new Map(operationFields(operation).map(({ key, words }) => [key, words.label]));
  return {
    ...read,
    input: instead.input,
    updates: { ...updates, ...subject },
    left: instead.left.map((key) => labels.get(key) ?? key),
    why: null,
  };
}

/** What is not told may be anything. */
function isThere({ values }: CurrentValues, key: string, wanted: Json): boolean {
  return Object.hasOwn(values, key) && isSame(values[key] ?? null, wanted);
}
