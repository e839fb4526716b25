import type { ActionDetail } from '#lib/actions/action.schema.ts';
import type { JsonObject } from '#lib/json.ts';

type LastSent = { data?: Pick<ActionDetail, 'error'>; variables?: { input: Record<string, unknown> } };

/** What Enerflo said against a field when it refused what was sent last, while that stands there still (`now`). */
export function refusedWords(
  key: string,
  { data, variables }: LastSent,
  now: JsonObject,
): string | undefined {
  if (variables?.input[key] !== now[key]) return undefined;
  return data?.error?.fields?.find(({ field }) => field === key)?.message;
}
