import { AppError } from '#lib/errors.ts';
import type { CurrentValues, Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { changedSince } from './seen.ts';
import { toldText } from './told-text.ts';

/**
 * Throws AppError CONFLICT where today's values are not those that a person saw, naming what changed; moments on the
 * clock of `timeZone`.
 */
export function assertAsSeen(
  operation: Operation,
  seen: string | null,
  current: CurrentValues,
  timeZone = 'UTC',
): void {
  const changed = seen === null ? null : changedSince(seen, current);
  if (!changed) return;
  const named = operationFields(operation).flatMap(({ key, words }) => {
    if (!changed.fields.includes(key)) return [];
    const text = toldText(words, current, key, timeZone);
    return [`${words.label} is now ${text === null ? 'empty' : `“${text}”`}`];
  });
  const what = named.length > 0 ? named.join('; ') : 'something else of it is different now';
  throw new AppError(
    'CONFLICT',
    `It changed in Enerflo meanwhile: ${what}. Nothing was sent; look at it again first.`,
    { fields: changed.fields.map((field) => ({ field, message: 'changed in Enerflo meanwhile' })) },
  );
}
