import type { Json } from '#lib/json.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import type { ActionAttempt, ActionDetail, ActionError, ActionItem } from './action.schema.ts';
import { isPersonalField } from './personal-fields.ts';

const hidden = 'Hidden from viewers';
const hiddenWords = `${hidden}: it may hold names, addresses and phone numbers.`;
const harmlessHeaders = new Set(['content-type', 'content-length', 'date', 'retry-after', 'user-agent']);

/** An action of a list for those who may not see personal values: whom it is about is left out. */
export function hideInActionItem<Item extends ActionItem>(item: Item): Item {
  return { ...item, about: null, error: hideInError(item.error) };
}

/** An action for those who may not see personal values: what was asked, sent and answered is left out, how it went stays. */
export function hideInAction(action: ActionDetail): ActionDetail {
  const plain = plainFields(action.operation);
  const hide = (field: string, value: Json): Json => (plain.has(field) || value === null ? value : hidden);
  const hideText = (field: string, text: string | null) => (plain.has(field) ? text : text && hidden);
  return {
    ...hideInActionItem(action),
    input: Object.fromEntries(Object.entries(action.input).map(([key, value]) => [key, hide(key, value)])),
    fields: action.fields.map((beside) => ({
      ...beside,
      before: hide(beside.field, beside.before),
      beforeText: hideText(beside.field, beside.beforeText),
      after: hide(beside.field, beside.after),
      afterText: hideText(beside.field, beside.afterText),
      now: hide(beside.field, beside.now),
      nowText: hideText(beside.field, beside.nowText),
    })),
    undoGone: action.undoGone && 'Somebody changed it in Enerflo since.',
    attempts: action.attempts.map(hideInAttempt),
  };
}

/** The fields of an operation that tell of nobody; none of one that this version does not know. */
function plainFields(name: string): Set<string> {
  const operation = operationNamed(name);
  const fields = operation ? operationFields(operation) : [];
  return new Set(fields.filter(({ words }) => !isPersonalField(words)).map(({ key }) => key));
}

function hideInAttempt(attempt: ActionAttempt): ActionAttempt {
  const { request, requestBody, responseHeaders, responseBody } = attempt;
  return {
    ...attempt,
    request: { ...request, url: withoutQuery(request.url), headers: hideInHeaders(request.headers) },
    requestBody: requestBody && hiddenWords,
    responseHeaders: responseHeaders && hideInHeaders(responseHeaders),
    responseBody: responseBody && hiddenWords,
    error: hideInError(attempt.error),
  };
}

/** What Enerflo says of an error may name a homeowner: “this e-mail has already been taken”. */
function hideInError(error: ActionError | null): ActionError | null {
  return error && { ...error, said: null, fields: undefined };
}

/** An address may name a homeowner behind its question mark. */
function withoutQuery(url: string): string {
  return url.replace(/\?.*$/s, '?…');
}

function hideInHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      harmlessHeaders.has(name.toLowerCase()) ? value : 'hidden',
    ]),
  );
}
